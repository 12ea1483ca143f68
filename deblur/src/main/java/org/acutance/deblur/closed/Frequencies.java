package org.acutance.deblur.closed;

import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * A blurred image and its blur, frequency by frequency, in the half-complex layout of {@link Fft#forward}.
 *
 * @param fft the transform of images of the shape of the blur
 * @param response H, the frequency response of the blur
 * @param observed Y, the spectrum of what was observed
 * @param power |H|^2
 * @param multiplicity how many frequencies of the whole spectrum each one stands for: 1 or 2
 */
record Frequencies(Fft fft, Spectrum response, Spectrum observed, NdArray power, NdArray multiplicity) {
    /**
     * The frequencies of an observation.
     *
     * @throws IllegalArgumentException if the image has not the shape of the blur's domain
     */
    static Frequencies of(PeriodicConvolution blur, NdArray observed) {
        observed.shape().require("deblur in the Fourier domain", blur.domain());
        Fft fft = Fft.plan(blur.domain(), blur.response().real().precision());
        Spectrum response = blur.response();
        return new Frequencies(
                fft,
                response,
                fft.forward(observed.to(fft.precision())),
                response.squaredMagnitude(),
                multiplicity(blur.domain()).to(fft.precision()));
    }

    /** The shape of the spectra of real arrays. */
    static Shape half(Shape shape) {
        return shape.with(-1, shape.rowLength() / 2 + 1);
    }

    private static NdArray multiplicity(Shape shape) {
        int length = shape.rowLength();
        double[] row = IntStream.rangeClosed(0, length / 2)
                .mapToDouble(k -> k == 0 || 2 * k == length ? 1 : 2)
                .toArray();
        return NdArray.of(row, Shape.of(row.length), Precision.FLOAT64).broadcastTo(half(shape));
    }

    /** Number of pixels. */
    int size() {
        return fft.shape().size();
    }

    /** The image whose spectrum is {@code conj(H) Y / denominator}, and 0 where the denominator is 0. */
    NdArray divided(NdArray denominator) {
        return fft.inverse(quotient(denominator));
    }

    /** The spectrum {@code conj(H) Y / denominator}, 0 where the denominator is 0. */
    Spectrum quotient(NdArray denominator) {
        Spectrum matched = observed.times(response.conjugate());
        return new Spectrum(
                fft.shape(), quotient(matched.real(), denominator), quotient(matched.imaginary(), denominator));
    }

    private static NdArray quotient(NdArray numerator, NdArray denominator) {
        return NdArray.elementwise(
                "divide spectrum",
                (in, out, count) -> {
                    double[] above = in[0];
                    double[] below = in[1];
                    for (int i = 0; i < count; i++) {
                        out[i] = below[i] == 0 ? 0 : above[i] / below[i];
                    }
                },
                numerator,
                denominator);
    }

    /** Sum over the whole spectrum of a quantity that is known on half of it. */
    double total(NdArray quantity) {
        return quantity.dot(multiplicity);
    }
}
