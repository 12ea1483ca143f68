package org.acutance.deblur.model;

import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;

/**
 * Half the squared difference in standard deviations, but growing only linearly beyond a threshold (Huber 1964, Annals of
 * Mathematical Statistics 35): a sample that is far off pulls no harder than one at the threshold.
 *
 * @param sigma standard deviation of the noise, in units of the samples
 * @param threshold in standard deviations
 */
record HuberLoss(double sigma, double threshold) implements SampleLoss {
    @Override
    public double value(double predicted, double observed) {
        double size = Math.abs(predicted - observed) / sigma;
        return size <= threshold ? size * size / 2 : threshold * (size - threshold / 2);
    }

    @Override
    public double slope(double predicted, double observed) {
        double difference = (predicted - observed) / sigma;
        return Math.max(-threshold, Math.min(threshold, difference)) / sigma;
    }

    @Override
    public Tensor curvature(Tensor predicted, Tensor observed) {
        return Tensor.of(NdArray.elementwise(
                "curvature of loss",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        boolean near = Math.abs(in[0][i] - in[1][i]) <= threshold * sigma;
                        out[i] = near ? 1 / (sigma * sigma) : 0;
                    }
                },
                predicted.value(),
                observed.value()));
    }

    @Override
    public boolean isRobust() {
        return true;
    }

    @Override
    public double prox(double x, double observed, double step) {
        double share = step / (sigma * sigma);
        double difference = x - observed;
        double limit = threshold * sigma;
        return Math.abs(difference) <= limit * (1 + share)
                ? observed + difference / (1 + share)
                : x - Math.signum(difference) * share * limit;
    }
}
