package org.acutance.deblur.model;

import org.acutance.math.autodiff.Tensor;

/** The data term: how far a blurred estimate is from the observation. */
@FunctionalInterface
public interface Fidelity {
    /**
     * The distance, a scalar.
     *
     * @param blurred the blurred estimate
     * @param observed the observation, of the same shape
     */
    Tensor distance(Tensor blurred, Tensor observed);
}
