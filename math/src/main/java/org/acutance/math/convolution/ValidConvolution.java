package org.acutance.math.convolution;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

/** A way to compute one {@link Problem}. */
sealed interface ValidConvolution permits DirectConvolution, SeparableConvolution, FftConvolution {
    /** The convolution of an array with as many elements as the problem's input, in the problem's output shape. */
    NdArray apply(NdArray x);

    /** Length of the rows of the result, which may be several of those that were asked for joined. */
    int rowLength();

    /** The same with its rows changed. */
    default NdArray apply(NdArray x, RowOperation change) {
        return change.on(apply(x));
    }
}
