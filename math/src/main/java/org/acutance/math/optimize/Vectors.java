package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/** Combinations of points, gradients and directions, seen as vectors whatever their shape. */
final class Vectors {
    private Vectors() {}

    /** {@code a x + b y} in one pass. */
    static NdArray combine(double a, NdArray x, double b, NdArray y) {
        return NdArray.elementwise(
                "combine",
                (in, out, count) -> {
                    double[] left = in[0];
                    double[] right = in[1];
                    for (int i = 0; i < count; i++) {
                        out[i] = a * left[i] + b * right[i];
                    }
                },
                x,
                y);
    }
}
