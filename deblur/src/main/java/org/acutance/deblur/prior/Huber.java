package org.acutance.deblur.prior;

import org.acutance.math.array.Kernel;
import org.acutance.math.autodiff.Tensor;

/**
 * {@code r^2 / (2 threshold)} up to the threshold, {@code r - threshold / 2} beyond (Huber 1964).
 *
 * @param threshold the length where the square goes over to the length
 */
record Huber(double threshold) implements Profile {
    @Override
    public Tensor at(Tensor squaredLengths) {
        double limit = threshold * threshold;
        Tensor square = squaredLengths.clip(0, limit).dividedBy(2 * threshold);
        return square.plus(
                squaredLengths.clip(limit, Double.POSITIVE_INFINITY).sqrt().minus(threshold));
    }

    @Override
    public void bend(double[] squares, double[] first, double[] second, int count) {
        for (int i = 0; i < count; i++) {
            double length = Math.sqrt(squares[i]);
            boolean inside = length <= threshold;
            squares[i] = inside ? squares[i] / (2 * threshold) : length - threshold / 2;
            first[i] = inside ? 1 / threshold : 1 / length;
            second[i] = inside ? 0 : -1 / (length * length * length);
        }
    }

    @Override
    public Kernel values() {
        return (in, out, count) -> {
            for (int i = 0; i < count; i++) {
                double inner = Math.min(in[0][i], threshold);
                out[i] = inner * inner / (2 * threshold) + (in[0][i] - inner);
            }
        };
    }

    @Override
    public Kernel factors(double step) {
        return (in, out, count) -> {
            for (int i = 0; i < count; i++) {
                double length = in[0][i];
                out[i] = length <= threshold + step ? threshold / (threshold + step) : 1 - step / length;
            }
        };
    }
}
