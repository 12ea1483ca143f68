package org.acutance.math.fft;

import org.acutance.math.array.Shape;

/** Distances in a work area: odd multiples of the quantum, so that rows do not fall into the same sets of a cache. */
final class Strides {
    private Strides() {}

    /** Distances along each axis; rows begin at multiples of the quantum. */
    static int[] of(Shape shape, int quantum) {
        int[] strides = new int[shape.rank()];
        int stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride = padded(Math.multiplyExact(stride, shape.extent(axis)), quantum);
        }
        return strides;
    }

    /** The next odd multiple of the quantum. */
    static int padded(int length, int quantum) {
        int rounded = (length + quantum - 1) / quantum * quantum;
        return rounded % (2 * quantum) == 0 ? rounded + quantum : rounded;
    }
}
