package org.acutance.deblur.closed;

import java.util.OptionalDouble;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * Linear deblurring of periodic images: the estimates whose spectrum is that of the observation times a filter.
 *
 * <p>The one of least {@code ||h*x - y||^2 + weight ||Lx||^2}, {@code conj(H) Y / (|H|^2 + weight |L|^2)}, is Tikhonov's.
 * With the Laplacian as L it is {@code restoration.wiener} of scikit-image, whose {@code balance} is the weight; with
 * the identity it is MATLAB's {@code deconvwnr}, whose noise-to-signal ratio is the weight.
 */
public final class FourierFilter {
    private final Frequencies frequencies;

    /**
     * A filter for one observation.
     *
     * @param blur the circular convolution that blurred it
     * @param observed of the shape of the blur's domain
     * @throws IllegalArgumentException if the shapes differ
     */
    public FourierFilter(PeriodicConvolution blur, NdArray observed) {
        this.frequencies = Frequencies.of(blur, observed);
    }

    /**
     * Tikhonov's estimate.
     *
     * @param smoothness the map L
     * @param weight of the squared norm of Lx against that of h*x - y; not negative
     */
    public NdArray tikhonov(Smoothness smoothness, double weight) {
        return frequencies.divided(frequencies.power().plusScaled(weight, power(smoothness)));
    }

    /**
     * Wiener's estimate from the spectra of noise and image, {@code conj(H) Y / (|H|^2 + noise / image)}: MATLAB's
     * {@code deconvwnr} with autocorrelations, whose transforms these are.
     *
     * @param noisePower expected squared magnitudes of the noise, of the half-complex shape of the spectrum
     * @param imagePower those of the sharp image; where it is 0 the estimate is 0
     */
    public NdArray wiener(NdArray noisePower, NdArray imagePower) {
        return frequencies.divided(NdArray.elementwise(
                "wiener",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[2][i] == 0 ? 0 : in[0][i] + in[1][i] / in[2][i];
                    }
                },
                frequencies.power(),
                noisePower,
                imagePower));
    }

    /**
     * The observation divided by the frequency response where that is large enough, and nothing where it is not.
     *
     * @param least smallest magnitude that is divided by, as a share of the largest
     */
    public NdArray inverse(double least) {
        double limit = least * least * frequencies.power().max();
        return frequencies.divided(NdArray.elementwise(
                "inverse",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] < limit ? 0 : in[0][i];
                    }
                },
                frequencies.power()));
    }

    /** The weight of {@link #tikhonov} by generalised cross-validation, see {@link WeightSearch}. */
    public double crossValidated(Smoothness smoothness) {
        return new WeightSearch(frequencies, power(smoothness)).crossValidated();
    }

    /**
     * The weight of {@link #tikhonov} at which the residual has the power of the noise, as MATLAB's {@code deconvreg}
     * finds its multiplier.
     *
     * @param deviation standard deviation of the noise, in units of the image
     * @return empty if even the largest weight leaves less, so that the image looks like noise
     */
    public OptionalDouble discrepancy(Smoothness smoothness, double deviation) {
        return new WeightSearch(frequencies, power(smoothness)).discrepancy(deviation);
    }

    private NdArray power(Smoothness smoothness) {
        return smoothness.power(frequencies.fft().shape()).to(frequencies.fft().precision());
    }
}
