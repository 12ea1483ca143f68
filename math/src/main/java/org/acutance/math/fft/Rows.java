package org.acutance.math.fft;

import java.util.Arrays;

/**
 * Complex numbers in rows, each an array of its own, real and imaginary parts apart. A transform runs across the rows, all
 * columns beside each other: loops over columns that use one index for all arrays are what the compiler makes vectors of.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
@SuppressWarnings("ArrayRecordComponent")
record Rows<A>(A[] re, A[] im) {
    static <A> Rows<A> allocate(int count, int width, Lanes<A> lanes) {
        return new Rows<>(lanes.rows(count, width), lanes.rows(count, width));
    }

    /** The same rows in another order: row k is the old row {@code order[k]}. */
    Rows<A> ordered(int... order) {
        A[] real = Arrays.copyOf(re, order.length);
        A[] imaginary = Arrays.copyOf(im, order.length);
        for (int k = 0; k < order.length; k++) {
            real[k] = re[order[k]];
            imaginary[k] = im[order[k]];
        }
        return new Rows<>(real, imaginary);
    }
}
