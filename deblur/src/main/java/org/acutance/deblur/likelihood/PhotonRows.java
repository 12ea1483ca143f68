package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.ElementOperation;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.RowSums;

/**
 * What the rows of a blurred scene are compared with: {@code sum w d(max(0, y + readout), max(floor, gain * Ax + level))}.
 *
 * @param level of one element or of the shape of the observation
 * @param weights w, of the shape of the observation; all 1 if empty
 * @param least the smallest element of y
 * @param floor the smallest prediction
 */
record PhotonRows(
        NdArray observed,
        NdArray level,
        Optional<NdArray> weights,
        double least,
        double gain,
        double readout,
        double floor,
        Divergence divergence) {
    private static final NdArray ONE = NdArray.scalar(1);

    /** Observation, divergences and ratios of observation and prediction of a run. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Row(double[] observed, double[] values, double[] ratios) {
        Row(int length) {
            this(new double[length], new double[length], new double[length]);
        }
    }

    /** The same in single precision. */
    @SuppressWarnings("ArrayRecordComponent")
    private record SingleRow(float[] observed, float[] values) {
        SingleRow(int length) {
            this(new float[length], new float[length]);
        }
    }

    private boolean isRaised() {
        return readout != 0 || least < 0;
    }

    /** Makes rows of slopes of rows of the blurred scene, and puts the value of each into its place. */
    ElementOperation slopes(RowSums sums) {
        return new ElementOperation() {
            @Override
            public void apply(int position, double[] row, int count) {
                forOneThread().apply(position, row, count);
            }

            @Override
            public void apply(int position, float[] row, int count) {
                forOneThread().apply(position, row, count);
            }

            @Override
            public RowOperation forOneThread() {
                return new Slopes(sums);
            }
        };
    }

    /** By one thread. */
    private final class Slopes implements ElementOperation {
        private final RowSums sums;
        private Row row = new Row(0);
        private SingleRow singleRow = new SingleRow(0);

        Slopes(RowSums sums) {
            this.sums = sums;
        }

        @Override
        public void apply(int position, double[] predicted, int count) {
            if (row.observed.length < count) {
                row = new Row(count);
            }
            observed.read(position, row.observed, 0, count);
            if (isRaised()) {
                raise(row.observed, readout, count);
            }
            predict(position, predicted, row.values, count);
            sums.put(
                    position,
                    divergence.isPlain()
                            ? slopes(row, position, predicted, count)
                            : damped(row, position, predicted, count));
        }

        private void predict(int position, double[] blurred, double[] own, int count) {
            if (level.size() == 1) {
                lift(blurred, gain, level.get(0), floor, count);
            } else {
                level.read(position, own, 0, count);
                add(blurred, gain, own, count);
                lift(blurred, 1, 0, floor, count);
            }
        }

        private double slopes(Row own, int position, double[] predicted, int count) {
            divide(own.observed, predicted, own.ratios, count);
            Logarithm.of(own.ratios, own.values, count);
            diverge(own.observed, predicted, own.values, count);
            slope(own.ratios, predicted, count);
            if (weights.isPresent()) {
                weights.get().read(position, own.observed, 0, count);
                multiply(predicted, own.observed, count);
                multiply(own.values, own.observed, count);
            }
            return Reduction.SUM.of(own.values, count);
        }

        private double damped(Row own, int position, double[] predicted, int count) {
            weights.orElse(ONE).readOrRepeat(position, own.values, count);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += own.values[i] * divergence.value(own.observed[i], predicted[i]);
                predicted[i] = own.values[i] * divergence.slope(own.observed[i], predicted[i]);
            }
            return sum;
        }

        @Override
        public void apply(int position, float[] predicted, int count) {
            if (singleRow.observed.length < count) {
                singleRow = new SingleRow(count);
            }
            observed.read(position, singleRow.observed, 0, count);
            if (isRaised()) {
                raise(singleRow.observed, (float) readout, count);
            }
            predict(position, predicted, singleRow.values, count);
            sums.put(
                    position,
                    divergence.isPlain()
                            ? slopes(singleRow, position, predicted, count)
                            : damped(singleRow, position, predicted, count));
        }

        private void predict(int position, float[] blurred, float[] own, int count) {
            if (level.size() == 1) {
                lift(blurred, (float) gain, (float) level.get(0), (float) floor, count);
            } else {
                level.read(position, own, 0, count);
                add(blurred, (float) gain, own, count);
                lift(blurred, 1, 0, (float) floor, count);
            }
        }

        private double slopes(SingleRow own, int position, float[] predicted, int count) {
            double value = DivergenceSeries.of(own.observed, predicted, own.values, count);
            slope(own.observed, predicted, count);
            if (weights.isEmpty()) {
                return value;
            }
            weights.get().read(position, own.observed, 0, count);
            multiply(predicted, own.observed, count);
            multiply(own.values, own.observed, count);
            return Reduction.sum(own.values, count);
        }

        private double damped(SingleRow own, int position, float[] predicted, int count) {
            weights.orElse(ONE).readOrRepeat(position, own.values, count);
            double sum = 0;
            for (int i = 0; i < count; i++) {
                sum += own.values[i] * divergence.value(own.observed[i], predicted[i]);
                predicted[i] = (float) (own.values[i] * divergence.slope(own.observed[i], predicted[i]));
            }
            return sum;
        }
    }

    private static void raise(double[] seen, double by, int count) {
        for (int i = 0; i < count; i++) {
            seen[i] = Math.max(0, seen[i] + by);
        }
    }

    private static void lift(double[] x, double gain, double level, double floor, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(floor, gain * x[i] + level);
        }
    }

    private static void add(double[] x, double factor, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = factor * x[i] + y[i];
        }
    }

    private static void divide(double[] observed, double[] predicted, double[] ratios, int count) {
        for (int i = 0; i < count; i++) {
            ratios[i] = observed[i] / predicted[i];
        }
    }

    private static void diverge(double[] observed, double[] predicted, double[] logarithms, int count) {
        for (int i = 0; i < count; i++) {
            logarithms[i] = predicted[i] - observed[i] + observed[i] * logarithms[i];
        }
    }

    private static void slope(double[] ratios, double[] slopes, int count) {
        for (int i = 0; i < count; i++) {
            slopes[i] = 1 - ratios[i];
        }
    }

    private static void multiply(double[] x, double[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] *= y[i];
        }
    }

    private static void raise(float[] seen, float by, int count) {
        for (int i = 0; i < count; i++) {
            seen[i] = Math.max(0, seen[i] + by);
        }
    }

    private static void lift(float[] x, float gain, float level, float floor, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = Math.max(floor, gain * x[i] + level);
        }
    }

    private static void add(float[] x, float factor, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] = factor * x[i] + y[i];
        }
    }

    private static void slope(float[] observed, float[] predicted, int count) {
        for (int i = 0; i < count; i++) {
            predicted[i] = 1 - observed[i] / predicted[i];
        }
    }

    private static void multiply(float[] x, float[] y, int count) {
        for (int i = 0; i < count; i++) {
            x[i] *= y[i];
        }
    }
}
