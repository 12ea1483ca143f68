package org.acutance.deblur.noise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * The standard deviation of white noise in a blurred image, from the image alone: where the blur lets next to nothing
 * through, what is found is noise. Frequencies are ranked by the power that a scene with the usual spectrum of
 * photographs, falling with a power of the frequency (Field 1987), would have there after the blur. The least of
 * them are fitted by a constant, the noise, and a multiple of that expectation, the scene, by maximum likelihood under
 * exponentially distributed powers (Whittle 1953). A blur that suppresses nothing leaves the finest detail of areas
 * where there is little else, see {@link QuietAreas}.
 */
public final class NoiseLevel {
    /** Frequencies looked at, as a share of all. */
    private static final double SHARE = 0.5;
    /** Powers that many times the model belong to a pattern of the scene; noise has one in 3000 of them. */
    private static final double OUTLIER = 8;

    /** With which power of the frequency a scene's power falls. */
    private static final double FALL = 3;

    private static final int ROUNDS = 20;

    private static final int LEAST = 64;
    /** Share of the frequencies that must be suppressed to be told from the scene, and how far. */
    private static final double SUPPRESSED_SHARE = 0.1;

    private static final double SUPPRESSED = 0.05;

    private NoiseLevel() {}

    /**
     * The standard deviation of the noise.
     *
     * @param observed the blurred image, any rank and units; what lies beyond its frame does not matter
     * @param kernel the point spread function, of the same rank, its middle being the origin
     * @return in units of the image
     * @throws IllegalArgumentException if the ranks differ or the image is empty
     */
    public static double estimate(NdArray observed, NdArray kernel) {
        return estimate(observed, NdArray.full(observed.shape(), Precision.FLOAT64, 1), kernel);
    }

    /**
     * The standard deviation of the noise where only some samples were observed.
     *
     * @param observed the blurred image; where a sample does not count, what its neighbours suggest
     * @param counting of the same shape, 1 where a sample counts, 0 where it does not
     * @param kernel the point spread function, of the same rank, its middle being the origin
     * @return in units of the image; 0 if no sample counts
     * @throws IllegalArgumentException if the ranks differ or the image is empty
     */
    static double estimate(NdArray observed, NdArray counting, NdArray kernel) {
        if (observed.rank() != kernel.rank()) {
            throw new IllegalArgumentException("noise level: kernel " + kernel.shape() + " has rank " + kernel.rank()
                    + " but the image " + observed.shape() + " has rank " + observed.rank()
                    + "; use a kernel with one axis per axis of the image");
        }
        if (counting.max() == 0) {
            return 0;
        }
        Shape shape = observed.shape();
        double[] response = PeriodicConvolution.response(kernel.to(Precision.FLOAT64), shape)
                .squaredMagnitude()
                .toDoubles();
        double[] sorted = Arrays.stream(response).sorted().toArray();
        if (sorted[(int) (SUPPRESSED_SHARE * sorted.length)] > SUPPRESSED) {
            return QuietAreas.deviation(observed.to(Precision.FLOAT64), counting);
        }
        double[] found = windowed(observed.to(Precision.FLOAT64), counting);
        double[] scene = scenePower(shape, response);
        int[] quiet = quietest(scene);
        return Math.sqrt(Fit.of(at(quiet, scene), at(quiet, found), at(quiet, multiplicities(shape)))
                .flat());
    }

    /** How many frequencies of the whole spectrum each one stands for, so that the order of the axes does not matter. */
    private static double[] multiplicities(Shape shape) {
        int length = shape.rowLength();
        int row = length / 2 + 1;
        double[] multiplicities = new double[shape.size() / length * row];
        Arrays.setAll(multiplicities, i -> i % row == 0 || 2 * (i % row) == length ? 1 : 2);
        return multiplicities;
    }

    private static double[] scenePower(Shape shape, double[] response) {
        double[] squares = QuietBand.squaredFrequencies(shape);
        double[] power = new double[response.length];
        Arrays.setAll(power, i -> response[i] / Math.pow(squares[i], FALL / 2));
        return power;
    }

    /** Power under a window, which keeps the jump between opposite borders out of the quiet frequencies. */
    private static double[] windowed(NdArray observed, NdArray counting) {
        NdArray window = Taper.of(observed.shape());
        NdArray image =
                observed.minus(NdArray.scalar(observed.sum() / observed.size())).times(window);
        double energy = window.times(window).dot(counting);
        Spectrum spectrum = Fft.plan(image.shape(), Precision.FLOAT64).forward(image);
        return spectrum.squaredMagnitude().times(1 / energy).toDoubles();
    }

    /** Of the frequencies that are expected to carry least; never the zero frequency, which carries the mean. */
    private static int[] quietest(double[] expected) {
        return IntStream.range(0, expected.length)
                .filter(i -> expected[i] < Double.POSITIVE_INFINITY)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> expected[i]))
                .limit(Math.max(LEAST, Math.round(SHARE * expected.length)))
                .mapToInt(i -> i)
                .toArray();
    }

    private static double[] at(int[] positions, double[] values) {
        return IntStream.of(positions).mapToDouble(i -> values[i]).toArray();
    }

    /**
     * Powers described by {@code flat + scale * scene}.
     *
     * @param flat power of the noise
     * @param scale of the scene's power
     */
    private record Fit(double flat, double scale) {
        static Fit of(double[] scene, double[] power, double[] multiplicities) {
            if (power.length == 0) {
                return new Fit(0, 0);
            }
            double median = Arrays.stream(power).sorted().toArray()[power.length / 2];
            Fit fit = new Fit(median / Math.log(2), 0);
            for (int i = 0; i < ROUNDS && fit.flat > 0; i++) {
                fit = fit.scored(scene, power, multiplicities);
            }
            return fit;
        }

        /** One step of Fisher scoring, which for exponentially distributed powers is a weighted least-squares fit. */
        private Fit scored(double[] scene, double[] power, double[] multiplicities) {
            double ones = 0;
            double cross = 0;
            double squares = 0;
            double flatPower = 0;
            double scenePower = 0;
            for (int i = 0; i < scene.length; i++) {
                double model = flat + scale * scene[i];
                double found = Math.min(power[i], OUTLIER * model);
                double weight = multiplicities[i] / (model * model);
                ones += weight;
                cross += weight * scene[i];
                squares += weight * scene[i] * scene[i];
                flatPower += weight * found;
                scenePower += weight * scene[i] * found;
            }
            double determinant = ones * squares - cross * cross;
            double newFlat = (squares * flatPower - cross * scenePower) / determinant;
            double newScale = (ones * scenePower - cross * flatPower) / determinant;
            return determinant > 0 && newFlat > 0 && newScale > 0
                    ? new Fit(newFlat, newScale)
                    : new Fit(flatPower / ones, 0);
        }
    }
}
