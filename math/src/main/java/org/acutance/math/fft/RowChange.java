package org.acutance.math.fft;

import org.acutance.math.array.Pool;
import org.acutance.math.array.RowOperation;

/** A {@link RowOperation} on rows in the precision of a transform. */
interface RowChange {
    /** No change. */
    RowChange NONE = new RowChange() {
        @Override
        public void apply(int position, double[] values, int at, int count) {}

        @Override
        public void apply(int position, float[] values, int at, int count) {}
    };

    /** Changes {@code count} values from {@code at} on, the first of which has a row-major position in its array. */
    void apply(int position, double[] values, int at, int count);

    /** As {@link #apply(int, double[], int, int)}. */
    void apply(int position, float[] values, int at, int count);

    /**
     * The rows are copied, so that they begin where those do that the operation reads.
     *
     * @param longest number of elements of a row
     */
    static RowChange of(RowOperation operation, int longest) {
        Pool<double[]> rows = new Pool<>(() -> new double[longest]);
        return new RowChange() {
            @Override
            public void apply(int position, double[] values, int at, int count) {
                double[] row = rows.acquire();
                System.arraycopy(values, at, row, 0, count);
                operation.apply(position, row, count);
                System.arraycopy(row, 0, values, at, count);
                rows.release(row);
            }

            @Override
            public void apply(int position, float[] values, int at, int count) {
                double[] row = rows.acquire();
                for (int i = 0; i < count; i++) {
                    row[i] = values[at + i];
                }
                operation.apply(position, row, count);
                for (int i = 0; i < count; i++) {
                    values[at + i] = (float) row[i];
                }
                rows.release(row);
            }
        };
    }
}
