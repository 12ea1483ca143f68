package org.acutance.math.fft;

/**
 * The Fourier transform of one length across rows of complex numbers, for any number of columns. Immutable.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
sealed interface LineTransform<A> permits MixedRadix, Bluestein {
    /** The transform of a length. */
    static <A> LineTransform<A> of(int length, Lanes<A> lanes) {
        return MixedRadix.has(length) ? new MixedRadix<>(length, lanes) : new Bluestein<>(length, lanes);
    }

    /**
     * Refuses a length for which the factors would not fit into an array.
     *
     * @throws IllegalArgumentException if the length is too long
     */
    static void requireFit(int length) {
        if (length > (MixedRadix.has(length) ? MixedRadix.LONGEST : Bluestein.LONGEST)) {
            throw new IllegalArgumentException("fft: an axis of " + length + " elements is too long; at most "
                    + Bluestein.LONGEST + ", or " + MixedRadix.LONGEST + " where no prime factor is above "
                    + MixedRadix.LARGEST_PRIME);
        }
    }

    /** Number of rows that are transformed. */
    int length();

    /** Number of rows that it works in; those that are transformed are the first of them. */
    int rows();

    /**
     * The transform at work in given rows, by one thread at a time.
     *
     * @param rows {@link #rows} rows
     * @param width the largest number of columns
     */
    Lines<A> over(Rows<A> rows, int width);
}
