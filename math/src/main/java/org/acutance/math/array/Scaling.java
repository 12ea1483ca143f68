package org.acutance.math.array;

/** Multiplies by a number. */
record Scaling(double factor) implements ElementOperation {
    @Override
    public void apply(int position, double[] row, int count) {
        for (int i = 0; i < count; i++) {
            row[i] *= factor;
        }
    }

    @Override
    public void apply(int position, float[] row, int count) {
        float single = (float) factor;
        for (int i = 0; i < count; i++) {
            row[i] *= single;
        }
    }
}
