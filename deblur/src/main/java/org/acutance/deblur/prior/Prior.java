package org.acutance.deblur.prior;

import org.acutance.math.autodiff.Tensor;

/** The regulariser: how unlike a sharp image an estimate is, weight included. */
@FunctionalInterface
public interface Prior {
    /**
     * The penalty, a scalar.
     *
     * @param x the estimate, slowest axis first
     */
    Tensor penalty(Tensor x);
}
