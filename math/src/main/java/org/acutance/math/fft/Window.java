package org.acutance.math.fft;

import org.acutance.math.array.Shape;

/** A box of elements inside a larger array. */
record Window(Shape from, Shape extents) {
    static Window corner(Shape extents) {
        return new Window(Shape.of(new int[extents.rank()]), extents);
    }

    int first(int axis) {
        return from.extent(axis);
    }

    int end(int axis) {
        return from.extent(axis) + extents.extent(axis);
    }

    /** Number of places that the first {@code axes} axes span. */
    int places(int axes) {
        int count = 1;
        for (int axis = 0; axis < axes; axis++) {
            count *= extents.extent(axis);
        }
        return count;
    }

    /** Position in the larger array of a place that the first {@code axes} axes span. */
    int position(int place, int axes, int[] strides) {
        int position = 0;
        int rest = place;
        for (int axis = axes - 1; axis >= 0; axis--) {
            position += (first(axis) + rest % extents.extent(axis)) * strides[axis];
            rest /= extents.extent(axis);
        }
        return position;
    }
}
