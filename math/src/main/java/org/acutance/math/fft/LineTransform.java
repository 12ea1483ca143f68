package org.acutance.math.fft;

/**
 * The Fourier transform of one length across rows of complex numbers, in place, for any number of columns. Immutable.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
sealed interface LineTransform<A> permits MixedRadix, Bluestein {
    /** The transform of a length. */
    static <A> LineTransform<A> of(int length, Lanes<A> lanes) {
        return MixedRadix.has(length) ? new MixedRadix<>(length, lanes) : new Bluestein<>(length, lanes);
    }

    /** Number of rows that are transformed. */
    int length();

    /** Number of rows of scratch that it needs. */
    int scratch();

    /**
     * Transforms in place, without a factor.
     *
     * @param data as many rows as the length
     * @param scratch takes anything; {@link #scratch} rows of at least {@code columns} elements
     * @param columns number of elements of a row
     */
    void forward(Rows<A> data, Rows<A> scratch, int columns);

    /** The inverse of {@link #forward} times the length. */
    default void backward(Rows<A> data, Rows<A> scratch, int columns) {
        forward(data.swapped(), scratch, columns);
    }
}
