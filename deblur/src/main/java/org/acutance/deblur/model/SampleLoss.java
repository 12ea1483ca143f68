package org.acutance.deblur.model;

import java.util.Optional;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.math.autodiff.Tensor;

/** The loss of one sample: minus the logarithm of its likelihood, less that of a perfect prediction or another constant. */
interface SampleLoss {
    /** The loss, finite and continuously differentiable for every finite prediction. */
    double value(double predicted, double observed);

    /** The derivative of {@link #value} by the prediction. */
    double slope(double predicted, double observed);

    /** The second derivative of {@link #value} by the prediction, sample by sample, itself differentiable. */
    Tensor curvature(Tensor predicted, Tensor observed);

    /** The loss, infinite for predictions that cannot be; the same as {@link #value} where all can be. */
    default double strict(double predicted, double observed) {
        return value(predicted, observed);
    }

    /** The z with the smallest {@code step * strict(z, observed) + (z - x)^2 / 2}. */
    double prox(double x, double observed, double step);

    /** Whether it grows no faster than linearly, far from the observed value. */
    default boolean isRobust() {
        return false;
    }

    /** The noise of photons that this is the loss of; empty if it is of another kind. */
    default Optional<PhotonNoise> photons() {
        return Optional.empty();
    }
}
