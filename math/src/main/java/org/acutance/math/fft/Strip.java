package org.acutance.math.fft;

/**
 * Complex numbers for a {@link Pass}: butterfly p takes the rows at {@code at + p * next + k * step}, k = 0, 1, ...
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
record Strip<A>(A re, A im, int at, int step, int next) {}
