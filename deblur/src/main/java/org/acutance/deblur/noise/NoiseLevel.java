package org.acutance.deblur.noise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;

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
        if (observed.rank() != kernel.rank()) {
            throw new IllegalArgumentException("noise level: kernel " + kernel.shape() + " has rank " + kernel.rank()
                    + " but the image " + observed.shape() + " has rank " + observed.rank()
                    + "; use a kernel with one axis per axis of the image");
        }
        Shape shape = observed.shape();
        Fft fft = Fft.plan(shape, Precision.FLOAT64);
        double[] response = response(kernel.to(Precision.FLOAT64), shape);
        double[] sorted = Arrays.stream(response).sorted().toArray();
        if (sorted[(int) (SUPPRESSED_SHARE * sorted.length)] > SUPPRESSED) {
            return QuietAreas.deviation(observed.to(Precision.FLOAT64));
        }
        double[] found = windowed(fft, observed.to(Precision.FLOAT64));
        double[] scene = scenePower(shape, response);
        int[] quiet = quietest(scene);
        return Math.sqrt(Fit.of(at(quiet, scene), at(quiet, found)).flat());
    }

    /** Squared magnitude of the blur at the image's frequencies. */
    private static double[] response(NdArray kernel, Shape shape) {
        int[] extents = shape.extents();
        for (int axis = 0; axis < extents.length; axis++) {
            extents[axis] = multiple(extents[axis], kernel.shape().extent(axis));
        }
        Shape canvas = Shape.of(extents);
        double[] fine = Fft.plan(canvas, Precision.FLOAT64)
                .forward(kernel)
                .squaredMagnitude()
                .toDoubles();
        Shape half = half(shape);
        int[] from = half(canvas).strides();
        double[] response = new double[half.size()];
        for (int i = 0; i < response.length; i++) {
            int at = 0;
            for (int axis = 0; axis < extents.length; axis++) {
                int index = i / half.strides()[axis] % half.extent(axis);
                at += index * (canvas.extent(axis) / shape.extent(axis)) * from[axis];
            }
            response[i] = fine[at];
        }
        return response;
    }

    /** The smallest multiple of an extent that a kernel fits into. */
    private static int multiple(int extent, int kernel) {
        return (kernel + extent - 1) / extent * extent;
    }

    private static Shape half(Shape shape) {
        return shape.with(-1, shape.rowLength() / 2 + 1);
    }

    private static double[] scenePower(Shape shape, double[] response) {
        Shape half = half(shape);
        double[] power = new double[response.length];
        for (int i = 0; i < power.length; i++) {
            double squared = 0;
            for (int axis = 0; axis < shape.rank(); axis++) {
                int index = i / half.strides()[axis] % half.extent(axis);
                double cycles = (double) Math.min(index, shape.extent(axis) - index) / shape.extent(axis);
                squared += cycles * cycles;
            }
            power[i] = response[i] / Math.pow(squared, FALL / 2);
        }
        return power;
    }

    /** Power under a Hann window, which keeps the jump between opposite borders out of the quiet frequencies. */
    private static double[] windowed(Fft fft, NdArray observed) {
        NdArray image = observed.minus(NdArray.scalar(observed.sum() / observed.size()));
        double energy = 1;
        for (int axis = 0; axis < image.rank(); axis++) {
            NdArray window = hann(image.shape(), axis);
            energy *= window.dot(window);
            image = image.times(window);
        }
        Spectrum spectrum = fft.forward(image);
        return spectrum.squaredMagnitude().times(1 / energy).toDoubles();
    }

    private static NdArray hann(Shape shape, int axis) {
        int length = shape.extent(axis);
        double[] values = new double[length];
        Arrays.setAll(values, i -> Math.pow(Math.sin(Math.PI * (i + 0.5) / length), 2));
        int[] extents = new int[shape.rank()];
        Arrays.fill(extents, 1);
        return NdArray.of(values, Shape.of(extents).with(axis, length));
    }

    private static int[] quietest(double[] expected) {
        return IntStream.range(0, expected.length)
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
        static Fit of(double[] scene, double[] power) {
            double median = Arrays.stream(power).sorted().toArray()[power.length / 2];
            Fit fit = new Fit(median / Math.log(2), 0);
            for (int i = 0; i < ROUNDS && fit.flat > 0; i++) {
                fit = fit.scored(scene, power);
            }
            return fit;
        }

        /** One step of Fisher scoring, which for exponentially distributed powers is a weighted least-squares fit. */
        private Fit scored(double[] scene, double[] power) {
            double ones = 0;
            double cross = 0;
            double squares = 0;
            double flatPower = 0;
            double scenePower = 0;
            for (int i = 0; i < scene.length; i++) {
                double model = flat + scale * scene[i];
                double found = Math.min(power[i], OUTLIER * model);
                double weight = 1 / (model * model);
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
