package org.acutance.deblur.prior;

import org.acutance.math.array.Kernel;
import org.acutance.math.autodiff.Tensor;

/** A smooth function of the length of a vector that grows like the length itself from some length on. */
interface Profile {
    /** The values at the vectors of which the squared lengths are given. */
    Tensor at(Tensor squaredLengths);

    /** The values and derivatives at the vectors of which the squared lengths are given. */
    void bend(double[] squares, double[] first, double[] second, int count);

    /** Lengths to values. */
    Kernel values();

    /**
     * Lengths to the factors by which the proximal map shortens vectors.
     *
     * @param step positive
     */
    Kernel factors(double step);
}
