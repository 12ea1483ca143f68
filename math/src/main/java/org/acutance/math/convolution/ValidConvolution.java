package org.acutance.math.convolution;

import org.acutance.math.array.NdArray;

/** A way to compute one {@link Problem}. */
sealed interface ValidConvolution permits DirectConvolution, SeparableConvolution, FftConvolution {
    /** The convolution of an array with as many elements as the problem's input, in the problem's output shape. */
    NdArray apply(NdArray x);
}
