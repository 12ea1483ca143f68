package org.acutance.deblur.noise;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** A window that falls to 0 at the border, so that the border leaves no trace in the spectrum. */
final class Taper {
    private static final int SHORTEST = 8;

    private Taper() {}

    /** The product of one window per axis: 1 in the middle half, a raised cosine at both ends (Tukey 1967). */
    static NdArray of(Shape shape) {
        double[] values = new double[shape.size()];
        Arrays.fill(values, 1);
        int[] strides = shape.strides();
        for (int axis = 0; axis < shape.rank(); axis++) {
            double[] window = window(shape.extent(axis));
            for (int i = 0; i < values.length; i++) {
                values[i] *= window[i / strides[axis] % window.length];
            }
        }
        return NdArray.of(values, shape);
    }

    /** Very short axes are left alone: there is nothing of them to lose. */
    private static double[] window(int extent) {
        double[] window = new double[extent];
        double ramp = extent / 4.0;
        for (int i = 0; i < extent; i++) {
            double distance = Math.min(i, extent - 1 - i) + 0.5;
            window[i] = extent < SHORTEST || distance >= ramp ? 1 : 0.5 - 0.5 * Math.cos(Math.PI * distance / ramp);
        }
        return window;
    }
}
