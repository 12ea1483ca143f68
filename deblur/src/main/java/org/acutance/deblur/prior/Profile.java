package org.acutance.deblur.prior;

import org.acutance.math.array.Kernel;
import org.acutance.math.autodiff.Tensor;

/** A smooth function of the length of a vector that grows like the length itself from some length on. */
interface Profile {
    /** The values at the vectors of which the squared lengths are given. */
    Tensor at(Tensor squaredLengths);

    /**
     * Values and derivatives as a function f of the squared length, for a row of vectors.
     *
     * @param squares squared lengths; replaced by the values
     * @param first takes twice the first derivative {@code 2 f'}
     * @param second takes four times the second derivative {@code 4 f''}
     */
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
