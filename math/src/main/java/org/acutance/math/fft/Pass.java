package org.acutance.math.fft;

/**
 * Butterflies of one length over rows, all columns beside each other.
 *
 * @param radix length of the butterflies
 * @param twiddled whether every output but the first is multiplied by a factor; where the length is 1, the first is too
 * @param from rows that are read
 * @param to rows that are written; may be those that are read, or others
 * @param twiddles real and imaginary parts of the factors, output by output, butterfly by butterfly
 * @param count number of butterflies
 * @param lanes number of columns
 * @param <A> {@code double[]} or {@code float[]}
 */
record Pass<A>(int radix, boolean twiddled, Strip<A> from, Strip<A> to, A twiddles, int count, int lanes) {}
