package org.acutance.math.convolution;

/** The ways to compute a convolution. They give the same values up to rounding. */
public enum Method {
    /** The definition: every tap of the kernel times the whole array, moved. */
    DIRECT,
    /** One pass per axis; for kernels that are outer products of one vector per axis. */
    SEPARABLE,
    /** Product of the spectra of the zero-padded arrays. */
    FFT
}
