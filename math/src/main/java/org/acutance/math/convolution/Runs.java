package org.acutance.math.convolution;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

/**
 * What passes over rows do to runs of numbers of one precision. The classes of the two precisions are the same but for that
 * word; a test compares them.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface Runs<A> {
    /** Zeros. */
    A allocate(int length);

    /** Rows of zeros. */
    A[] rows(int count, int length);

    /** Reads a run of elements. */
    void read(NdArray array, int from, A target, int count);

    /** Sets the first elements to zero. */
    void clear(A target, int count);

    /** Copies the first elements. */
    void copy(A source, A target, int count);

    /** Adds the group of taps of a row that starts with the k-th: {@code sums[i] += sum of weight * runs[.][i]}. */
    void add(Taps taps, int row, int k, A sums, A[] runs, int count);

    /**
     * All taps of the first row: {@code sums[i] = sum of weight * line[i + shift]}, group by group.
     *
     * @param moved four rows for what is on the way
     */
    void along(Taps taps, A line, A[] moved, A sums, int count);

    /** Changes a run and writes it. */
    void write(RowOperation change, A row, NdArray.Builder target, int to, int count);
}
