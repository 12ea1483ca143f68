package org.acutance.math.fft;

import org.acutance.math.array.Kernel;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The discrete Fourier transform of a real array, as {@code numpy.fft.rfftn} lays it out: the last axis of extent n is
 * kept to its first n/2 + 1 frequencies, the others being their complex conjugates.
 *
 * @param shape shape of the real array
 * @param real real parts
 * @param imaginary imaginary parts
 */
public record Spectrum(Shape shape, NdArray real, NdArray imaginary) {
    private static final Kernel REAL = (in, out, count) -> {
        for (int i = 0; i < count; i++) {
            out[i] = in[0][i] * in[2][i] - in[1][i] * in[3][i];
        }
    };

    private static final Kernel IMAGINARY = (in, out, count) -> {
        for (int i = 0; i < count; i++) {
            out[i] = in[0][i] * in[3][i] + in[1][i] * in[2][i];
        }
    };

    /**
     * Checks that the parts fit the shape.
     *
     * @throws IllegalArgumentException if a part does not have the half-complex shape, or the precisions differ
     */
    public Spectrum {
        real.shape().require("spectrum", HalfComplex.half(shape));
        imaginary.shape().require("spectrum", HalfComplex.half(shape));
        if (real.precision() != imaginary.precision()) {
            throw new IllegalArgumentException("spectrum: real part is " + real.precision() + " and imaginary part "
                    + imaginary.precision() + "; convert one with to(Precision)");
        }
    }

    /**
     * Product frequency by frequency: the spectrum of the periodic convolution of the two arrays.
     *
     * @throws IllegalArgumentException if shape or precision differs
     */
    public Spectrum times(Spectrum other) {
        other.shape.require("spectrum times", shape);
        return new Spectrum(
                shape,
                NdArray.elementwise("spectrum times", REAL, real, imaginary, other.real, other.imaginary),
                NdArray.elementwise("spectrum times", IMAGINARY, real, imaginary, other.real, other.imaginary));
    }

    /**
     * This spectrum and a factor times the product of another one with the complex conjugate of a response, in one pass: the
     * spectrum of an array to which a correlation is added.
     *
     * @throws IllegalArgumentException if a shape or precision differs
     */
    public Spectrum plusCorrelated(double factor, Spectrum other, Spectrum response) {
        other.shape.require("spectrum plus", shape);
        response.shape.require("spectrum plus", shape);
        return new Spectrum(
                shape,
                NdArray.elementwise(
                        "spectrum plus",
                        (in, out, count) -> {
                            for (int i = 0; i < count; i++) {
                                out[i] = in[0][i] + factor * (in[1][i] * in[3][i] + in[2][i] * in[4][i]);
                            }
                        },
                        real,
                        other.real,
                        other.imaginary,
                        response.real,
                        response.imaginary),
                NdArray.elementwise(
                        "spectrum plus",
                        (in, out, count) -> {
                            for (int i = 0; i < count; i++) {
                                out[i] = in[0][i] + factor * (in[2][i] * in[3][i] - in[1][i] * in[4][i]);
                            }
                        },
                        imaginary,
                        other.real,
                        other.imaginary,
                        response.real,
                        response.imaginary));
    }

    /** Every value times a number. */
    public Spectrum times(double factor) {
        return new Spectrum(shape, real.times(factor), imaginary.times(factor));
    }

    /**
     * Sum frequency by frequency.
     *
     * @throws IllegalArgumentException if shape or precision differs
     */
    public Spectrum plus(Spectrum other) {
        other.shape.require("spectrum plus", shape);
        return new Spectrum(shape, real.plus(other.real), imaginary.plus(other.imaginary));
    }

    /** Complex conjugate: the spectrum of the array reflected about its first element. */
    public Spectrum conjugate() {
        return new Spectrum(shape, real, imaginary.times(-1));
    }

    /** Squared absolute values, in the half-complex shape. */
    public NdArray squaredMagnitude() {
        return NdArray.elementwise(
                "squared magnitude",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] * in[0][i] + in[1][i] * in[1][i];
                    }
                },
                real,
                imaginary);
    }
}
