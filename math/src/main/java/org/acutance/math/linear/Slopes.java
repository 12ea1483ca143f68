package org.acutance.math.linear;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.Shape;

/**
 * The forward differences of {@link Grid#gradient()} row by row, for functions of them that are computed in one pass over an
 * array. Rows are numbered in row-major order.
 */
public final class Slopes {
    private static final int NONE = -1;
    /** Elements of the rows that a thread takes at a time. */
    private static final int BLOCK = 1 << 14;

    private final Shape shape;
    private final int length;
    private final boolean periodic;
    private final int firstAxis;
    private final double[] inverse;
    private final int[] strides;

    Slopes(Grid grid) {
        this.shape = grid.shape();
        this.length = shape.rowLength();
        this.periodic = grid.periodic();
        this.firstAxis = grid.channelAxes();
        List<Double> spacing = grid.spacing();
        this.inverse = spacing.stream().mapToDouble(distance -> 1 / distance).toArray();
        this.strides = IntStream.range(0, axes())
                .map(axis -> shape.strides()[firstAxis + axis] / Math.max(1, length))
                .toArray();
    }

    /** Number of axes along which there are differences. */
    public int axes() {
        return inverse.length;
    }

    /** Number of elements of a row. */
    public int length() {
        return length;
    }

    /** The value of a row. */
    @FunctionalInterface
    public interface RowValue<A> {
        /** Computes the value of a row in an area that no other thread works in. */
        double of(int row, A area);
    }

    /** The sum of the values of all rows, which are added in their order whatever the number of threads. */
    public <A> double sum(Pool<A> areas, RowValue<A> value) {
        double[] values = new double[shape.rows()];
        int perBlock = Math.max(1, BLOCK / Math.max(1, length));
        Blocks.forEach(values.length, perBlock, values.length > 2 * perBlock, (from, to) -> {
            A area = areas.acquire();
            for (int row = from; row < to; row++) {
                values[row] = value.of(row, area);
            }
            areas.release(area);
        });
        return NdArray.vector(values).sum();
    }

    private boolean isAlongRows(int axis) {
        return axis == axes() - 1;
    }

    /** The row that is one step ahead along an axis or, where the sign is negative, behind; {@link #NONE} beyond a border. */
    private int neighbour(int row, int axis, int sign) {
        int extent = shape.extent(firstAxis + axis);
        int here = row / strides[axis] % extent;
        int there = here + sign;
        if (there < 0 || there >= extent) {
            return periodic ? row + (Math.floorMod(there, extent) - here) * strides[axis] : NONE;
        }
        return row + sign * strides[axis];
    }

    /**
     * Differences ahead of a row along an axis.
     *
     * @param row number of the row
     * @param here its elements
     * @param scratch of the length of a row
     * @param slope takes them
     */
    public void ahead(NdArray x, int row, int axis, double[] here, double[] scratch, double[] slope) {
        next(x, row, axis, here, scratch);
        subtract(scratch, here, inverse[axis], slope);
    }

    /**
     * Adds the squares of the differences ahead of a row along an axis to a sum.
     *
     * @param row number of the row
     * @param here its elements
     * @param scratch of the length of a row
     * @param sum the sum
     */
    public void addSquares(NdArray x, int row, int axis, double[] here, double[] scratch, double[] sum) {
        next(x, row, axis, here, scratch);
        double factor = inverse[axis];
        for (int i = 0; i < length; i++) {
            double slope = factor * (scratch[i] - here[i]);
            sum[i] += slope * slope;
        }
    }

    /** The elements one step ahead of those of a row; beyond a border the same as these. */
    private void next(NdArray x, int row, int axis, double[] here, double[] ahead) {
        if (isAlongRows(axis)) {
            System.arraycopy(here, 1, ahead, 0, length - 1);
            ahead[length - 1] = periodic ? here[0] : here[length - 1];
            return;
        }
        int next = neighbour(row, axis, 1);
        x.read((next == NONE ? row : next) * length, ahead, 0, length);
    }

    private void before(NdArray x, int row, int axis, double[] here, double[] behind) {
        if (isAlongRows(axis)) {
            System.arraycopy(here, 0, behind, 1, length - 1);
            behind[0] = periodic ? here[length - 1] : here[0];
            return;
        }
        int before = neighbour(row, axis, -1);
        x.read((before == NONE ? row : before) * length, behind, 0, length);
    }

    /**
     * Adds a multiple of what the adjoint makes of the differences along an axis: the second differences, negative.
     *
     * @param row number of the row
     * @param factor multiplies them
     * @param rows three of the length of a row, the first of which holds the elements of the row
     * @param sum the sum
     */
    public void addBends(NdArray x, int row, int axis, double factor, double[][] rows, double[] sum) {
        double[] here = rows[0];
        double[] ahead = rows[1];
        double[] behind = rows[2];
        next(x, row, axis, here, ahead);
        before(x, row, axis, here, behind);
        double scale = factor * inverse[axis] * inverse[axis];
        for (int i = 0; i < length; i++) {
            sum[i] += scale * ((here[i] - behind[i]) - (ahead[i] - here[i]));
        }
    }

    private void subtract(double[] a, double[] b, double factor, double[] out) {
        for (int i = 0; i < length; i++) {
            out[i] = factor * (a[i] - b[i]);
        }
    }

    /**
     * Adds a row of the adjoint of the differences along an axis to a sum.
     *
     * @param flux gives rows of what the adjoint is taken of
     * @param scratch of the length of a row
     * @param sum the sum
     */
    public void addAdjoint(Flux flux, int row, int axis, double[] scratch, double[] sum) {
        flux.read(row, axis, scratch);
        if (isAlongRows(axis)) {
            double factor = inverse[axis];
            double last = scratch[length - 1];
            for (int i = 0; i < length; i++) {
                sum[i] -= factor * scratch[i];
            }
            System.arraycopy(scratch, 0, scratch, 1, length - 1);
            scratch[0] = periodic ? last : 0;
            for (int i = 0; i < length; i++) {
                sum[i] += factor * scratch[i];
            }
            return;
        }
        add(-inverse[axis], scratch, sum);
        int before = neighbour(row, axis, -1);
        if (before != NONE) {
            flux.read(before, axis, scratch);
            add(inverse[axis], scratch, sum);
        }
    }

    private void add(double factor, double[] values, double[] sum) {
        for (int i = 0; i < length; i++) {
            sum[i] += factor * values[i];
        }
    }

    /** Rows of a field that has a value for each difference; 0 where there is none. */
    @FunctionalInterface
    public interface Flux {
        /** Gives the values of a row for the differences along an axis. */
        void read(int row, int axis, double[] values);
    }
}
