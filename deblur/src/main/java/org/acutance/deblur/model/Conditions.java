package org.acutance.deblur.model;

import org.acutance.math.array.NdArray;

/** Conditions for {@link org.acutance.math.autodiff.Tensor#where}. */
final class Conditions {
    private Conditions() {}

    /** The elements of an array where a condition is above 0, another number elsewhere. */
    static NdArray where(NdArray condition, NdArray x, double other) {
        return NdArray.elementwise(
                "where",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > 0 ? in[1][i] : other;
                    }
                },
                condition,
                x);
    }

    /** 1 where an element is at least the limit, otherwise 0. */
    static NdArray atLeast(NdArray x, double limit) {
        return NdArray.elementwise(
                "atLeast",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] >= limit ? 1 : 0;
                    }
                },
                x);
    }
}
