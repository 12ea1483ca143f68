package org.acutance.deblur.image;

import java.util.Random;
import org.acutance.math.array.NdArray;

/**
 * Each value replaced by a count of photons, divided by the peak so that the mean stays, as a camera reads it.
 *
 * @param peak expected number of photons where the image is 1
 * @param background what the camera adds to every value, in units of the image's values
 * @param readout standard deviation of normal deviates that are added, in units of the image's values
 */
public record PoissonNoise(double peak, double background, double readout) implements Noise {
    private static final double FEW = 10;
    private static final double HALF_LOG_TWO_PI = 0.5 * StrictMath.log(2 * StrictMath.PI);

    /**
     * @throws IllegalArgumentException if the peak is not a positive number, the readout noise negative or either it or
     *     the background not finite
     */
    public PoissonNoise {
        if (!(peak > 0 && Double.isFinite(peak))) {
            throw new IllegalArgumentException("poisson noise: peak " + peak + " is not a positive number of photons");
        }
        if (!(readout >= 0 && Double.isFinite(readout) && Double.isFinite(background))) {
            throw new IllegalArgumentException("poisson noise: background " + background + " and readout " + readout
                    + " are not a number and a number of at least 0");
        }
    }

    /** Photons alone. */
    public PoissonNoise(double peak) {
        this(peak, 0, 0);
    }

    @Override
    public NdArray addTo(NdArray image, long seed) {
        RandomSamples noisy = (value, position, random) -> {
            require(value, position, image);
            double light = count(peak * value, random) / peak + background;
            return readout == 0 ? light : light + readout * random.nextGaussian();
        };
        return noisy.throughout(image, seed);
    }

    private static void require(double value, int position, NdArray image) {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("poisson noise: value " + value + " at position " + position + " of "
                    + image.shape() + " cannot be a mean count; values must be finite and not negative");
        }
    }

    static double count(double mean, Random random) {
        return mean < FEW ? multiplied(mean, random) : rejected(mean, random);
    }

    /** Arrivals with exponential waiting times, counted until the time is up (Knuth, TAOCP 2, 3.4.1). */
    private static double multiplied(double mean, Random random) {
        double limit = StrictMath.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            product *= random.nextDouble();
            count++;
        }
        return count;
    }

    /** Transformed rejection with squeeze, algorithm PTRS (Hörmann 1993, Insurance: Mathematics and Economics 12). */
    private static double rejected(double mean, Random random) {
        double b = 0.931 + 2.53 * Math.sqrt(mean);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double k = Math.floor((2 * a / us + b) * u + mean + 0.43);
            if (us >= 0.07 && v <= 0.9277 - 3.6224 / (b - 2)) {
                return k;
            }
            boolean possible = k >= 0 && !(us < 0.013 && v > us);
            if (possible
                    && StrictMath.log(v * inverseAlpha / (a / (us * us) + b))
                            <= k * StrictMath.log(mean) - mean - logFactorial(k)) {
                return k;
            }
        }
    }

    private static double logFactorial(double k) {
        if (k < FEW) {
            double factorial = 1;
            for (int i = 2; i <= k; i++) {
                factorial *= i;
            }
            return StrictMath.log(factorial);
        }
        double square = k * k;
        double stirling = (1 / 12.0 - (1 / 360.0 - 1 / (1260 * square)) / square) / k;
        return (k + 0.5) * StrictMath.log(k) - k + HALF_LOG_TWO_PI + stirling;
    }
}
