package org.acutance.deblur.likelihood;

import org.acutance.math.array.ElementOperation;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.RowSums;

/**
 * Makes rows of the next point of those of the gradient g, {@code max(0, x - x g / D)}; elements that are not seen stay.
 *
 * @param x the point
 * @param sensitivity D
 * @param least what an element of D is at least if the element of the point is seen
 * @param squares takes the squared length of the step
 */
record MultiplyingStep(NdArray x, NdArray sensitivity, double least, RowSums squares) implements ElementOperation {
    MultiplyingStep(NdArray x, NdArray sensitivity, RowSums squares) {
        this(x, sensitivity, Update.leastSeen(sensitivity, x.precision()), squares);
    }

    /** Whether D is the same everywhere and positive, so that all is seen. */
    private boolean isEven() {
        return sensitivity.size() == 1 && sensitivity.get(0) > least;
    }

    @Override
    public RowOperation forOneThread() {
        return new Alone();
    }

    @Override
    public void apply(int position, double[] row, int count) {
        forOneThread().apply(position, row, count);
    }

    @Override
    public void apply(int position, float[] row, int count) {
        forOneThread().apply(position, row, count);
    }

    /** By one thread. */
    private final class Alone implements ElementOperation {
        private final boolean even = isEven();
        private double[][] rows = new double[2][0];
        private float[][] singleRows = new float[2][0];

        @Override
        public void apply(int position, double[] row, int count) {
            if (rows[0].length < count) {
                rows = new double[2][count];
            }
            double[] here = rows[0];
            x.read(position, here, 0, count);
            if (even) {
                move(row, here, sensitivity.get(0), count);
            } else {
                double[] below = rows[1];
                sensitivity.readOrRepeat(position, below, count);
                move(row, here, below, count);
                keep(row, here, below, count);
            }
            squareDistances(row, here, count);
            squares.put(position, Reduction.SUM.of(here, count));
        }

        @Override
        public void apply(int position, float[] row, int count) {
            if (singleRows[0].length < count) {
                singleRows = new float[2][count];
            }
            float[] here = singleRows[0];
            x.read(position, here, 0, count);
            if (even) {
                move(row, here, (float) sensitivity.get(0), count);
            } else {
                float[] below = singleRows[1];
                sensitivity.readOrRepeat(position, below, count);
                move(row, here, below, count);
                keep(row, here, below, count);
            }
            squareDistances(row, here, count);
            squares.put(position, Reduction.sum(here, count));
        }
    }

    private static void move(double[] row, double[] here, double below, int count) {
        for (int i = 0; i < count; i++) {
            row[i] = Math.max(0, here[i] - here[i] * row[i] / below);
        }
    }

    private static void move(double[] row, double[] here, double[] below, int count) {
        for (int i = 0; i < count; i++) {
            row[i] = Math.max(0, here[i] - here[i] * row[i] / below[i]);
        }
    }

    private void keep(double[] row, double[] here, double[] below, int count) {
        for (int i = 0; i < count; i++) {
            if (!(below[i] > least)) {
                row[i] = here[i];
            }
        }
    }

    private static void squareDistances(double[] row, double[] here, int count) {
        for (int i = 0; i < count; i++) {
            double difference = row[i] - here[i];
            here[i] = difference * difference;
        }
    }

    private static void move(float[] row, float[] here, float below, int count) {
        for (int i = 0; i < count; i++) {
            row[i] = Math.max(0, here[i] - here[i] * row[i] / below);
        }
    }

    private static void move(float[] row, float[] here, float[] below, int count) {
        for (int i = 0; i < count; i++) {
            row[i] = Math.max(0, here[i] - here[i] * row[i] / below[i]);
        }
    }

    private void keep(float[] row, float[] here, float[] below, int count) {
        for (int i = 0; i < count; i++) {
            if (!(below[i] > least)) {
                row[i] = here[i];
            }
        }
    }

    private static void squareDistances(float[] row, float[] here, int count) {
        for (int i = 0; i < count; i++) {
            float difference = row[i] - here[i];
            here[i] = difference * difference;
        }
    }
}
