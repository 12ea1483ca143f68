package org.acutance.math.fft;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

/**
 * What transforms do to numbers of one precision. The classes of the two precisions are the same but for that word; a test
 * compares them.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface Lanes<A> {
    /** Short transforms of rows. */
    Butterflies<A> butterflies();

    /** Columns that go through a transform together. */
    int width();

    /** Zeros. */
    A allocate(int length);

    /** Rows of zeros, with room for the columns in whole quanta of the butterflies. */
    A[] rows(int count, int columns);

    /** The numbers in this precision. */
    A of(double... values);

    /** Reads a run of elements. */
    void read(NdArray array, int from, A target, int at, int count);

    /** Writes a run of elements. */
    void write(A source, int at, NdArray.Builder target, int to, int count);

    /** Copies a run of elements. */
    void copy(A source, int from, A target, int to, int count);

    /** Sets elements to zero. */
    void clear(A target, int from, int count);

    /** {@code target[first + i][lane + l] = source[at + l * step + i]} for all i below count and l below number. */
    void gather(A source, int at, int step, A[] target, int first, int count, int lane, int number);

    /** {@code target[at + l * step + i] = source[first + i][lane + l]} for all i below count and l below number. */
    void scatter(A[] source, int first, int count, int lane, int number, A target, int at, int step);

    /** Arithmetic of rows. */
    Arithmetic<A> arithmetic();

    /** {@code x *= factor}. */
    void scale(A x, int columns, double factor);

    /** Changes the first {@code count} elements. */
    void change(RowOperation change, int position, A row, int count);
}
