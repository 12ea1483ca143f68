package org.acutance.math.fft;

/**
 * Short Fourier transforms of rows, in place: output k of a butterfly comes into the row that {@link MixedRadix} says.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface Butterflies<A> {
    /** Arithmetic of the same kind: by plain loops, or by vectors. */
    Arithmetic<A> arithmetic();

    /** Columns are worked on in multiples of this number; rows have room for them. */
    int quantum();

    /**
     * Computes butterflies one after the other.
     *
     * @param re real parts of the rows
     * @param im imaginary parts
     * @param at first row of the first butterfly
     * @param columns number of elements of a row
     * @param spare {@link MixedRadix#spare} rows that take anything
     */
    void pass(Stage<A> stage, A[] re, A[] im, int at, int columns, Rows<A> spare);
}
