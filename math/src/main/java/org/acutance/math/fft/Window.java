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

    /** Number, among the places that the first {@code axes} axes span here, of a place of a larger window; -1 if outside. */
    int place(int larger, int axes, Window around) {
        int place = 0;
        int stride = 1;
        int rest = larger;
        for (int axis = axes - 1; axis >= 0; axis--) {
            int index = around.first(axis) + rest % around.extents().extent(axis) - first(axis);
            if (index < 0 || index >= extents.extent(axis)) {
                return -1;
            }
            place += index * stride;
            stride *= extents.extent(axis);
            rest /= around.extents().extent(axis);
        }
        return place;
    }
}
