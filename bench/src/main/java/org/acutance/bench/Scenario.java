package org.acutance.bench;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Quality;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;

/**
 * One of the six blurs with noise of Danielyan, Katkovnik and Egiazarian (2012), Table I: pictures in [0, 255], circular
 * convolution, no clipping.
 *
 * @param number 1 to 6
 * @param kernel odd extents, sum 1
 * @param sigma standard deviation of the noise; 0 for that of a blurred signal-to-noise ratio of 40 dB
 */
record Scenario(int number, NdArray kernel, double sigma) {
    /** The noise is a ten-thousandth of the blurred picture's variance: 40 dB. */
    private static final double BLURRED_SNR = 1e4;

    /** White. */
    static final double PEAK = 255;

    private static final long SEED = 2012;

    /** All six, in their order. */
    static final List<Scenario> ALL = List.of(
            new Scenario(1, kernel(7, (i, j) -> 1 / (1.0 + i * i + j * j)), Math.sqrt(2)),
            new Scenario(2, kernel(7, (i, j) -> 1 / (1.0 + i * i + j * j)), Math.sqrt(8)),
            new Scenario(3, kernel(4, (i, j) -> 1), 0),
            new Scenario(4, kernel(2, (i, j) -> binomial(i) * binomial(j)), 7),
            new Scenario(5, kernel(12, (i, j) -> Math.exp(-(i * i + j * j) / (2 * 1.6 * 1.6))), 2),
            new Scenario(6, kernel(12, (i, j) -> Math.exp(-(i * i + j * j) / (2 * 0.4 * 0.4))), 8));

    /** A kernel as a function of the distance from its middle. */
    @FunctionalInterface
    private interface Profile {
        double at(int i, int j);
    }

    /**
     * A picture blurred, with noise.
     *
     * @param scene the picture without blur
     * @param scenario the blur
     * @param picture the picture with blur and noise
     * @param sigma standard deviation of the noise
     */
    record Observation(NdArray scene, Scenario scenario, NdArray picture, double sigma) {
        /** Improvement in signal-to-noise ratio over the observed picture, in decibels. */
        double improvement(NdArray restored) {
            return Quality.psnr(scene, restored, PEAK) - Quality.psnr(scene, picture, PEAK);
        }
    }

    private static NdArray kernel(int radius, Profile profile) {
        int side = 2 * radius + 1;
        double[] values = IntStream.range(0, side * side)
                .mapToDouble(at -> profile.at(at / side - radius, at % side - radius))
                .toArray();
        NdArray kernel = NdArray.of(values, side, side);
        return kernel.times(1 / kernel.sum());
    }

    private static double binomial(int distance) {
        return new double[] {6, 4, 1}[Math.abs(distance)];
    }

    /** The scene as this scenario shows it. */
    Observation observe(NdArray scene) {
        Fft fft = Fft.plan(scene.shape(), Precision.FLOAT64);
        NdArray blurred =
                fft.filter(fft.forward(wrapped(kernel, scene.shape()))).apply(scene);
        double noise = sigma > 0 ? sigma : Math.sqrt(variance(blurred) / BLURRED_SNR);
        return new Observation(scene, this, new GaussianNoise(noise).addTo(blurred, SEED + number), noise);
    }

    /** Mean squared deviation from the mean. */
    static double variance(NdArray picture) {
        NdArray deviation = picture.minus(NdArray.scalar(picture.sum() / picture.size()));
        return deviation.dot(deviation) / deviation.size();
    }

    /** The kernel on a picture's grid, its middle at the first element. */
    static NdArray wrapped(NdArray kernel, Shape shape) {
        double[] values = new double[shape.size()];
        int side = kernel.shape().extent(1);
        for (int at = 0; at < kernel.size(); at++) {
            int row = Math.floorMod(at / side - kernel.shape().extent(0) / 2, shape.extent(0));
            int column = Math.floorMod(at % side - side / 2, shape.extent(1));
            values[row * shape.extent(1) + column] += kernel.get(at);
        }
        return NdArray.of(values, shape);
    }
}
