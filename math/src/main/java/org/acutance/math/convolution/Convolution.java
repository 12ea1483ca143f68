package org.acutance.math.convolution;

import org.acutance.math.array.NdArray;

/** Convolutions that are done once. Plan a {@link Convolver} where a kernel is used again. */
public final class Convolution {
    private Convolution() {}

    /**
     * The convolution of an array with a kernel where the kernel lies within the array: extents n - m + 1.
     *
     * @param x array of extents n
     * @param kernel taps, of extents m, of the same rank and precision
     * @throws IllegalArgumentException if shapes or precisions do not fit
     */
    public static NdArray valid(NdArray x, NdArray kernel) {
        Convolver.requirePrecision(kernel, x);
        return Convolver.valid(kernel, x.shape()).apply(x);
    }
}
