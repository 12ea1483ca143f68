package org.acutance.math.array;

/**
 * A sum over an array whose rows, or runs of them, come in any order, by several threads: each keeps its place, so that the
 * result does not depend on them.
 */
public final class RowSums {
    /** Runs of a row, but the first, are at least as long; where rows are short, all are. */
    private static final int RUN = 64;

    private static final int SHORT_RUN = 16;

    private final int length;
    private final int run;
    private final double[] sums;

    /** A sum over an array of a shape, 0 as yet. */
    public RowSums(Shape shape) {
        this.length = Math.max(1, shape.rowLength());
        this.run = leastRun(length);
        this.sums = new double[shape.rows() * perRow()];
    }

    /** The least length of any run but the first and the last of a row of a length. Runs may begin anywhere. */
    public static int leastRun(int rowLength) {
        return rowLength < 2 * RUN ? SHORT_RUN : RUN;
    }

    private int perRow() {
        return place(length - 1) + 1;
    }

    /** Tells runs apart by where they begin. */
    private int place(int column) {
        return (column + run - 1) / run;
    }

    /**
     * Puts what a run gives into its place.
     *
     * @param position row-major position of its first element
     */
    public void put(int position, double sum) {
        sums[position / length * perRow() + place(position % length)] = sum;
    }

    /** The sum. */
    public double total() {
        return NdArray.vector(sums).sum();
    }
}
