package org.acutance.math.fft;

import java.util.Arrays;

/**
 * Rows that hold the spectrum of two real lines of n elements, the first plus i times the second, seen as the half spectra
 * of the lines: each has rows for the frequencies 0 to n / 2. Where a spectrum is real, its imaginary part is a row apart.
 *
 * @param first rows of the first line
 * @param second rows of the second line
 * @param length the number n
 * @param <A> {@code double[]} or {@code float[]}
 */
record Pair<A>(Rows<A> first, Rows<A> second, int length) {
    /**
     * A view of the rows 0 to n - 1 of a whole spectrum.
     *
     * @param apart stands for the imaginary part of a spectrum where it is real
     */
    static <A> Pair<A> of(Rows<A> rows, int length, A apart) {
        int half = length / 2 + 1;
        Rows<A> first = new Rows<>(Arrays.copyOf(rows.re(), half), Arrays.copyOf(rows.im(), half));
        Rows<A> second = new Rows<>(Arrays.copyOf(rows.re(), half), Arrays.copyOf(rows.im(), half));
        for (int k = 0; k < half; k++) {
            boolean alone = isAlone(k, length);
            first.im()[k] = alone ? apart : rows.im()[k];
            second.re()[k] = alone ? rows.im()[k] : rows.re()[length - k];
            second.im()[k] = alone ? apart : rows.im()[length - k];
        }
        return new Pair<>(first, second, length);
    }

    /** Whether a frequency is its own mirror image. */
    private static boolean isAlone(int k, int length) {
        return 2 * k % length == 0;
    }

    /** Tells the lines from their sum, in place, for the frequencies {@code from <= k < to}. */
    void separate(Lanes<A> lanes, int from, int to, int columns) {
        for (int k = from; k < to; k++) {
            if (!isAlone(k, length)) {
                lanes.arithmetic().separate(first.re()[k], first.im()[k], second.re()[k], second.im()[k], columns);
            }
        }
    }

    /** The inverse of {@link #separate}, times a factor. */
    void combine(Lanes<A> lanes, int from, int to, int columns, double factor) {
        for (int k = from; k < to; k++) {
            if (isAlone(k, length)) {
                lanes.scale(first.re()[k], columns, factor);
                lanes.scale(second.re()[k], columns, factor);
            } else {
                lanes.arithmetic()
                        .combine(first.re()[k], first.im()[k], second.re()[k], second.im()[k], columns, factor);
            }
        }
    }
}
