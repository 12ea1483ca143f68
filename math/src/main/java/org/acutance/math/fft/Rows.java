package org.acutance.math.fft;

/**
 * Complex numbers in rows, real and imaginary parts apart. A transform runs across the rows, all columns beside each other.
 *
 * @param at position of the first row
 * @param pitch distance between rows
 * @param <A> {@code double[]} or {@code float[]}
 */
record Rows<A>(A re, A im, int at, int pitch) {
    /** Real and imaginary parts exchanged: the transform of these, exchanged again, is the transform back. */
    Rows<A> swapped() {
        return new Rows<>(im, re, at, pitch);
    }

    /** The rows from one on. */
    Rows<A> from(int row) {
        return new Rows<>(re, im, at + row * pitch, pitch);
    }

    /** Rows for butterflies: the first row, and the distances in rows within a butterfly and from one to the next. */
    Strip<A> strip(int first, int step, int next) {
        return new Strip<>(re, im, at + first * pitch, step * pitch, next * pitch);
    }
}
