package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.ElementOperation;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.RowSums;

/**
 * What the rows of a blurred scene are compared with: {@code sum w d(max(0, y + readout), max(floor, gain * Ax + level))}.
 *
 * @param level of one element or of the shape of the observation
 * @param weights w, of one element or of that shape
 * @param floor the smallest prediction
 */
record PhotonRows(
        NdArray observed,
        NdArray level,
        NdArray weights,
        double gain,
        double readout,
        double floor,
        Divergence divergence) {
    private static final NdArray ONE = NdArray.scalar(1);

    static PhotonRows of(
            NdArray observed,
            NdArray level,
            Optional<NdArray> weights,
            double gain,
            double readout,
            double floor,
            Divergence divergence) {
        return new PhotonRows(observed, level, weights.orElse(ONE), gain, readout, floor, divergence);
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
        private Divergence.Row row = new Divergence.Row(0);
        private Divergence.SingleRow singleRow = new Divergence.SingleRow(0);

        Slopes(RowSums sums) {
            this.sums = sums;
        }

        @Override
        public void apply(int position, double[] predicted, int count) {
            if (row.length() < count) {
                row = new Divergence.Row(count);
            }
            observed.read(position, row.observed(), 0, count);
            level.readOrRepeat(position, row.level(), count);
            weights.readOrRepeat(position, row.weights(), count);
            raise(row.observed(), row.level(), predicted, count);
            sums.put(position, divergence.row(row, predicted, count));
        }

        @Override
        public void apply(int position, float[] predicted, int count) {
            if (singleRow.length() < count) {
                singleRow = new Divergence.SingleRow(count);
            }
            observed.read(position, singleRow.observed(), 0, count);
            level.readOrRepeat(position, singleRow.level(), count);
            weights.readOrRepeat(position, singleRow.weights(), count);
            raise(singleRow.observed(), (float) readout, count);
            float least = Math.max(Float.MIN_NORMAL, (float) floor);
            raise(singleRow.level(), predicted, (float) gain, least, count);
            sums.put(position, divergence.row(singleRow, predicted, count));
        }
    }

    /** Observations as they count, and predictions of what came through the blur. */
    private void raise(double[] seen, double[] level, double[] predicted, int count) {
        for (int i = 0; i < count; i++) {
            seen[i] = Math.max(0, seen[i] + readout);
            predicted[i] = Math.max(floor, gain * predicted[i] + level[i]);
        }
    }

    private static void raise(float[] seen, float by, int count) {
        for (int i = 0; i < count; i++) {
            seen[i] = Math.max(0, seen[i] + by);
        }
    }

    private static void raise(float[] level, float[] predicted, float gain, float floor, int count) {
        for (int i = 0; i < count; i++) {
            predicted[i] = Math.max(floor, gain * predicted[i] + level[i]);
        }
    }
}
