package org.acutance.math.fft;

/**
 * What is done to rows between transforms.
 *
 * @param <A> {@code double[]} or {@code float[]}
 */
interface Arithmetic<A> {
    /**
     * Tells the spectra of two real lines from the spectrum Z of the first plus i times the second.
     *
     * @param re real parts of Z(k); replaced by those of the first line's spectrum at k
     * @param im imaginary parts likewise
     * @param mirrorRe real parts of Z(n - k); replaced by those of the second line's spectrum at k
     * @param mirrorIm imaginary parts likewise
     */
    void separate(A re, A im, A mirrorRe, A mirrorIm, int columns);

    /** The inverse of {@link #separate}, times a factor. */
    void combine(A re, A im, A mirrorRe, A mirrorIm, int columns, double factor);

    /** {@code x *= h}, complex, element by element. */
    void multiply(A xr, A xi, A hr, A hi, int columns);

    /** {@code x *= conj(h)}, complex, element by element. */
    void multiplyConjugate(A xr, A xi, A hr, A hi, int columns);
}
