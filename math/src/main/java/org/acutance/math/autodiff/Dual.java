package org.acutance.math.autodiff;

import org.acutance.math.array.NdArray;

/** A value with the tangent that a forward derivative carries along. */
record Dual(long level, Tensor primal, Tensor tangent) implements Tensor {
    @Override
    public NdArray value() {
        return primal.value();
    }

    @Override
    public String toString() {
        return value() + " (forward)";
    }
}
