package org.acutance.math.fft;

/**
 * Complex numbers one after the other, real and imaginary parts apart.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
record Complex<A>(A re, A im) {
    static <A> Complex<A> allocate(int size, Lanes<A> lanes) {
        return new Complex<>(lanes.allocate(size), lanes.allocate(size));
    }
}
