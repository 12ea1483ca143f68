package org.acutance.deblur.psf;

import org.acutance.math.array.Shape;

/** Linear interpolation backwards: a weight at a place shared among the pixels around it. */
final class Splat {
    private static final double ROUNDING = 1e-9;

    private Splat() {}

    /** Adds; pixels beyond the shape get nothing, so the place must be within, up to rounding. */
    static void add(double[] values, Shape shape, double[] place, double weight) {
        int[] strides = shape.strides();
        for (int corner = 0; corner < 1 << place.length; corner++) {
            double share = weight;
            int position = 0;
            for (int axis = 0; axis < place.length; axis++) {
                int floor = (int) Math.floor(place[axis] + ROUNDING);
                double fraction = Math.max(0, place[axis] - floor);
                int upper = corner >> axis & 1;
                int index = floor + upper;
                share *= upper == 1 ? fraction : 1 - fraction;
                share = index < 0 || index >= shape.extent(axis) ? 0 : share;
                position += index * strides[axis];
            }
            if (share > 0) {
                values[position] += share;
            }
        }
    }
}
