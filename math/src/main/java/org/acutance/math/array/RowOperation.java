package org.acutance.math.array;

/**
 * What is done to the rows of an array, in double arithmetic. Rows are changed by several threads at the same time, each
 * once; what is summed up on the way must be kept row by row, so that it does not depend on them.
 */
@FunctionalInterface
public interface RowOperation {
    /** No change. */
    RowOperation NONE = (position, row, count) -> {};

    /**
     * Changes the first {@code count} values in place.
     *
     * @param position row-major position of the first of them in the array
     */
    void apply(int position, double[] row, int count);

    /** Multiplies by a number. */
    static RowOperation times(double factor) {
        return (position, row, count) -> {
            for (int i = 0; i < count; i++) {
                row[i] *= factor;
            }
        };
    }

    /** Adds a multiple of an array of the shape of what is changed. */
    static RowOperation adding(double factor, NdArray array) {
        Pool<double[]> rows = new Pool<>(() -> new double[array.shape().rowLength()]);
        return (position, row, count) -> {
            double[] own = rows.acquire();
            array.read(position, own, 0, count);
            for (int i = 0; i < count; i++) {
                row[i] += factor * own[i];
            }
            rows.release(own);
        };
    }

    /** This change and then another. */
    default RowOperation then(RowOperation next) {
        return (position, row, count) -> {
            apply(position, row, count);
            next.apply(position, row, count);
        };
    }

    /** An array with every row changed. */
    default NdArray on(NdArray array) {
        int length = Math.max(1, array.shape().rowLength());
        int perBlock = Math.max(1, (1 << 14) / length);
        int rows = array.size() / length;
        NdArray.Builder result = NdArray.builder(array.shape(), array.precision());
        Blocks.forEach(rows, perBlock, rows > 2 * perBlock, (from, to) -> {
            double[] row = new double[length];
            for (int i = from; i < to; i++) {
                array.read(i * length, row, 0, length);
                apply(i * length, row, length);
                result.write(i * length, row, 0, length);
            }
        });
        return result.build();
    }
}
