package org.acutance.math.fft;

/**
 * Butterflies of one length. Butterfly p takes the rows {@code at + p * next + k * step}, k = 0, 1, ...
 *
 * @param radix length of the butterflies
 * @param step distance between the rows of a butterfly
 * @param next distance between the first rows of two butterflies
 * @param count number of butterflies
 * @param twiddled whether every row but the first is multiplied by a factor at the end; where the length is 1, the first is
 * @param twiddles real and imaginary parts of the factors, row by row, butterfly by butterfly
 * @param <A> {@code double[]} or {@code float[]}
 */
record Stage<A>(int radix, int step, int next, int count, boolean twiddled, A twiddles) {}
