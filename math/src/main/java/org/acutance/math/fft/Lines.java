package org.acutance.math.fft;

/**
 * Rows that one thread transforms across, again and again, in place. There may be further rows behind those that are transformed.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface Lines<A> {
    /** Takes what is to be transformed, the first row first. */
    Rows<A> input();

    /** Holds the result, the lowest frequency first. These are the rows of the input in another order. */
    Rows<A> output();

    /** Transforms, without a factor. */
    void forward(int columns);

    /** The inverse of {@link #forward} times the length. */
    void backward(int columns);
}
