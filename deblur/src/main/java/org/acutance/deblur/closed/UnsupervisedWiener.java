package org.acutance.deblur.closed;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.acutance.math.array.NdArray;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * The mean of images drawn from their posterior together with the precisions of noise and smoothness, which are unknown
 * (Orieux, Giovannelli &amp; Rodet 2010, algorithm 1). The prior of the images is Gaussian with precision matrix gamma L'L,
 * L the periodic Laplacian. Options are those of scikit-image's {@code unsupervised_wiener}, and so is, with its sampling,
 * the distribution of the result.
 *
 * @param threshold ends when the mean changes by less, relative to its size
 * @param maxIterations limit of images drawn
 * @param minIterations fewest images drawn
 * @param burnin images left out of the mean, because the chain has not yet forgotten its start
 * @param seed start of the random numbers
 * @param sampling how images are drawn and their energy is counted
 */
public record UnsupervisedWiener(
        double threshold, int maxIterations, int minIterations, int burnin, long seed, Sampling sampling) {
    /** The options of one estimate; the limit must leave something after the burn-in. */
    public UnsupervisedWiener {
        if (maxIterations < burnin + 2) {
            throw new IllegalArgumentException("unsupervised-wiener: the limit of " + maxIterations
                    + " images leaves none after a burn-in of " + burnin + "; give at least " + (burnin + 2));
        }
    }

    /**
     * What the chain gave.
     *
     * @param mean the mean image
     * @param noise precision of the noise, one number for each image drawn
     * @param smoothness precision of the Laplacian of the image, one number for each image drawn
     */
    public record Posterior(NdArray mean, List<Double> noise, List<Double> smoothness) {
        /** The chains are copied. */
        public Posterior {
            noise = List.copyOf(noise);
            smoothness = List.copyOf(smoothness);
        }
    }

    /**
     * Runs the chain. A constant image, of whose smoothness no precision can be found, is its own estimate.
     *
     * @param blur the circular convolution that blurred the image
     * @param observed of the shape of the blur's domain
     * @param cancelled ends it with the mean so far when it turns true
     */
    public Posterior estimate(PeriodicConvolution blur, NdArray observed, BooleanSupplier cancelled) {
        if (observed.max() == observed.min()) {
            return new Posterior(observed, List.of(), List.of());
        }
        return new Chain(Frequencies.of(blur, observed)).run(cancelled);
    }

    private final class Chain {
        private final Frequencies frequencies;
        private final NdArray smoothness;
        private final Random random = new Random(seed);
        private final List<Double> noisePrecision = new ArrayList<>(List.of(1.0));
        private final List<Double> imagePrecision = new ArrayList<>(List.of(1.0));

        Chain(Frequencies frequencies) {
            this.frequencies = frequencies;
            this.smoothness = Smoothness.LAPLACIAN
                    .power(frequencies.fft().shape())
                    .to(frequencies.fft().precision());
        }

        Posterior run(BooleanSupplier cancelled) {
            for (int i = 0; i <= burnin; i++) {
                draw();
            }
            Spectrum sum = draw();
            int count = 1;
            double change = Double.POSITIVE_INFINITY;
            while (goesOn(burnin + count, change) && !cancelled.getAsBoolean()) {
                Spectrum next = sum.plus(draw());
                count++;
                Spectrum moved = next.times(1.0 / count).plus(sum.times(-1.0 / (count - 1)));
                change = magnitude(moved) / magnitude(next) / count;
                sum = next;
            }
            return new Posterior(frequencies.fft().inverse(sum.times(1.0 / count)), noisePrecision, imagePrecision);
        }

        /** Whether another image is drawn after one of a number, counted from 0. */
        private boolean goesOn(int last, double change) {
            return last + 1 < maxIterations && (last <= minIterations || change >= threshold);
        }

        /** Sum of the magnitudes, the norm in which scikit-image measures the change. */
        private double magnitude(Spectrum spectrum) {
            return Math.max(
                    Double.MIN_NORMAL, squareRoot(spectrum.squaredMagnitude()).sum());
        }

        /** Equations (24) to (29): an image given the precisions, then these given the image. */
        private Spectrum draw() {
            double gammaNoise = noisePrecision.get(noisePrecision.size() - 1);
            double gammaImage = imagePrecision.get(imagePrecision.size() - 1);
            NdArray precision = frequencies.power().times(gammaNoise).plusScaled(gammaImage, smoothness);
            Spectrum mean = frequencies.quotient(precision).times(gammaNoise);
            Spectrum image = mean.plus(excursion(precision));
            Spectrum residual = frequencies
                    .observed()
                    .plus(image.times(frequencies.response()).times(-1));
            int size = frequencies.size();
            double misfit = sampling.energy(residual.squaredMagnitude(), frequencies) / size;
            double roughness = sampling.energy(image.squaredMagnitude().times(smoothness), frequencies) / size;
            noisePrecision.add(precision(size / 2.0, misfit));
            imagePrecision.add(precision((size - 1) / 2.0, roughness));
            return image;
        }

        private double precision(double shape, double squares) {
            return GammaDeviate.draw(random, shape) * 2 / Math.max(squares, Double.MIN_NORMAL);
        }

        /** The spectrum of white noise divided by the root of the precision. */
        private Spectrum excursion(NdArray precision) {
            Spectrum white = sampling.white(random, frequencies);
            NdArray deviation = inverseRoot(precision);
            return new Spectrum(
                    white.shape(),
                    white.real().times(deviation),
                    white.imaginary().times(deviation));
        }
    }

    private static NdArray squareRoot(NdArray values) {
        return NdArray.elementwise(
                "root",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.sqrt(in[0][i]);
                    }
                },
                values);
    }

    private static NdArray inverseRoot(NdArray values) {
        return NdArray.elementwise(
                "inverse root",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] == 0 ? 0 : 1 / Math.sqrt(in[0][i]);
                    }
                },
                values);
    }
}
