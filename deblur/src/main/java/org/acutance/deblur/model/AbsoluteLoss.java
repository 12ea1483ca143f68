package org.acutance.deblur.model;

import org.acutance.math.autodiff.Tensor;

/**
 * The absolute difference over a scale: noise of Laplace's distribution. The slope at 0 is taken as 0.
 *
 * @param scale mean absolute deviation of the noise, in units of the samples
 */
record AbsoluteLoss(double scale) implements SampleLoss {
    @Override
    public double value(double predicted, double observed) {
        return Math.abs(predicted - observed) / scale;
    }

    @Override
    public double slope(double predicted, double observed) {
        return Math.signum(predicted - observed) / scale;
    }

    @Override
    public Tensor curvature(Tensor predicted, Tensor observed) {
        return Tensor.zerosLike(predicted);
    }

    @Override
    public boolean isRobust() {
        return true;
    }

    @Override
    public double prox(double x, double observed, double step) {
        double difference = x - observed;
        return observed + Math.signum(difference) * Math.max(0, Math.abs(difference) - step / scale);
    }
}
