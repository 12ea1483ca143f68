package org.acutance.math.fft;

import org.acutance.math.array.NdArray;

/**
 * What transforms do to numbers of one precision. The classes of the two precisions are the same but for that word; a test
 * compares them.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface Lanes<A> {
    /** Butterflies on numbers of one precision. */
    @FunctionalInterface
    interface Butterflies<A> {
        void pass(Pass<A> pass);
    }

    /** Columns are worked on in multiples of this number; rows have room for them. */
    int quantum();

    /** Zeros. */
    A allocate(int length);

    /** The numbers in this precision. */
    A of(double... values);

    /** Computes butterflies. */
    void pass(Pass<A> pass);

    /** Reads a run of elements. */
    void read(NdArray array, int from, A target, int at, int count);

    /** Writes a run of elements. */
    void write(A source, int at, NdArray.Builder target, int to, int count);

    /** Sets elements to zero. */
    void clear(A target, int from, int count);

    /** {@code target[at + i * pitch + l] = source[starts[l] + i]} for all i below count and l below lanes. */
    void gather(A source, int[] starts, int lanes, int count, A target, int at, int pitch);

    /** {@code target[starts[l] + i] = source[at + i * pitch + l]} for all i below count and l below lanes. */
    void scatter(A source, int at, int pitch, int count, A target, int[] starts, int lanes);

    /**
     * Tells two spectra of real lines of n elements from the spectrum of the first plus i times the second, where a
     * line runs down the rows. Frequency k of the first line comes into row k, of the second into row n + 1 - k, for k
     * to n / 2.
     *
     * @param rows n + 2 rows
     */
    void separate(Rows<A> rows, int length, int lanes);

    /** The inverse of {@link #separate}, times a factor. */
    void combine(Rows<A> rows, int length, int lanes, double factor);

    /** {@code x *= h}, complex, element by element; x and h from the same position on. */
    void multiply(A xr, A xi, A hr, A hi, int from, int count);
}
