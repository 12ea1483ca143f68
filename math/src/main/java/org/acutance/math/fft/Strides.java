package org.acutance.math.fft;

import org.acutance.math.array.Shape;

/** Distances between neighbours in a work area, kept off powers of two, which fall into the same sets of a cache. */
final class Strides {
    /** Bytes apart at which two numbers share a set, in numbers of the longer precision. */
    private static final int ALIASED = 256;

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

    /** A distance that is at least as large. */
    static int padded(int length, int quantum) {
        int rounded = (length + quantum - 1) / quantum * quantum;
        return rounded % ALIASED == 0 ? rounded + Math.max(quantum, 8) : rounded;
    }
}
