package org.acutance.deblur.noise;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Filter;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.optimize.Bounds;

/**
 * Bands that rounding leaves where an image changes slowly, as 8 bits do in a clear sky. Elsewhere rounding is like white
 * noise; there it is a staircase, whose edges deblurring would sharpen. The scene behind it is taken for the least rough
 * one, by the sum of the squared third derivatives, among those that would have been rounded to the same samples. It is
 * found by alternating directions: one step is solved in the Fourier domain, the other keeps to half a step. White noise of
 * the size of rounding is then added, so that all samples have the same noise, which is what models of it assume.
 */
public final class RoundingBands {
    /** Of the surroundings that are looked at: near ones for stairs that rise faster, far ones for wide stairs. */
    private static final int[] RADII = {3, 12};
    /** Within a radius, samples of a staircase differ by one step or two. */
    private static final double MOST_STEPS = 2.5;
    /** Weight of the distance against the roughness, for a step of 1. */
    private static final double PENALTY = 0.4;

    private static final int ITERATIONS = 30;
    private static final int MARGIN = 16;
    /** Rounding has 0.29 steps; with more than this the noise has made it white. */
    private static final double MOST_SIGMA = 0.5;
    /**
     * How far the least rough values may be from the samples, as a mean square in squared steps. Rounding makes it a
     * twelfth; with single photons, which look like steps, nearly all are half a step away.
     */
    private static final double MOST_CHANGE = 2.0 / 12;

    private static final long SEED = 1;
    private static final int STEP_SAMPLES = 8192;
    /** Relative rounding of single precision. */
    static final double SINGLE_ROUNDING = 1e-7;

    private RoundingBands() {}

    /**
     * Which samples lie in a band.
     *
     * @param values any rank of at least one
     * @param step of the rounding, positive
     * @return 1 or 0 for each
     */
    static NdArray in(NdArray values, double step) {
        return Arrays.stream(RADII)
                .mapToObj(radius -> in(values, step, radius))
                .reduce((near, far) -> chosen(near, far, Math::max))
                .orElseThrow();
    }

    private static NdArray in(NdArray values, double step, int radius) {
        NdArray range = extreme(values, radius, Math::max).minus(extreme(values, radius, Math::min));
        return NdArray.elementwise(
                "bands",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > step / 2 && in[0][i] < MOST_STEPS * step ? 1 : 0;
                    }
                },
                range);
    }

    /**
     * The samples, those in bands as if the rounding had been white noise; as they are if other noise than that of rounding
     * rules.
     *
     * @param values any rank of at least one, all finite
     * @param sigma standard deviation of the noise, that of rounding included
     */
    public static NdArray dithered(NdArray values, double sigma) {
        double step = step(values);
        return sigma > MOST_SIGMA * step ? values : dithered(values, step, in(values, step));
    }

    private static NdArray dithered(NdArray values, double step, NdArray bands) {
        if (bands.max() == 0) {
            return values;
        }
        NdArray change = leastRough(values, step).minus(values).times(bands);
        return change.dot(change) > MOST_CHANGE * step * step * bands.sum()
                ? values
                : values.plus(change).plus(evenly(values).times(step).times(bands));
    }

    /** Random numbers from -1/2 to 1/2, the same for every array of one size. */
    private static NdArray evenly(NdArray like) {
        double[] numbers =
                new SplittableRandom(SEED).doubles(like.size(), -0.5, 0.5).toArray();
        return NdArray.of(numbers, like.shape(), like.precision());
    }

    /** The smallest distance of different values in a sample of them: the step of an integer format, else about 0. */
    static double step(NdArray values) {
        int stride = Math.max(1, values.size() / STEP_SAMPLES);
        double[] sorted = IntStream.range(0, (values.size() + stride - 1) / stride)
                .mapToDouble(i -> values.get(i * stride))
                .sorted()
                .toArray();
        double rounding = SINGLE_ROUNDING * values.maxAbs();
        return IntStream.range(1, sorted.length)
                .mapToDouble(i -> sorted[i] - sorted[i - 1])
                .filter(distance -> distance > rounding)
                .min()
                .orElse(0);
    }

    /** The least rough values within half a step. */
    static NdArray leastRough(NdArray values, double step) {
        int[] before = new int[values.rank()];
        Arrays.fill(before, MARGIN);
        int[] after = Arrays.stream(values.shape().extents())
                .map(extent -> Fft.goodSize(extent + 2 * MARGIN) - extent - MARGIN)
                .toArray();
        NdArray rounded = values.pad(before, after, Boundary.REFLECT);
        NdArray half = NdArray.scalar(step / 2);
        Bounds samples = new Bounds(rounded.minus(half), rounded.plus(half));
        Filter smoothing = smoothing(rounded);
        NdArray kept = rounded;
        NdArray multiplier = rounded.times(0);
        for (int i = 0; i < ITERATIONS; i++) {
            NdArray moved = smoothing.apply(kept.minus(multiplier)).plus(multiplier);
            kept = samples.project(moved);
            multiplier = moved.minus(kept);
        }
        NdArray result = kept;
        for (int axis = 0; axis < values.rank(); axis++) {
            result = result.slice(axis, MARGIN, MARGIN + values.shape().extent(axis));
        }
        return result;
    }

    /** Divides by one plus the cube of the Laplacian's eigenvalues over the penalty. */
    private static Filter smoothing(NdArray like) {
        Shape shape = like.shape();
        int last = shape.rank() - 1;
        Shape half = shape.with(last, shape.extent(last) / 2 + 1);
        double[] response = new double[half.size()];
        int[] strides = half.strides();
        for (int i = 0; i < response.length; i++) {
            double eigenvalue = 0;
            for (int axis = 0; axis < half.rank(); axis++) {
                int frequency = i / strides[axis] % half.extent(axis);
                eigenvalue += 2 - 2 * Math.cos(2 * Math.PI * frequency / shape.extent(axis));
            }
            response[i] = PENALTY / (PENALTY + Math.pow(eigenvalue, 3));
        }
        NdArray real = NdArray.of(response, half, like.precision());
        return Fft.plan(shape, like.precision()).filter(new Spectrum(shape, real, real.times(0)));
    }

    /** The largest or smallest sample in the box around each, the border repeated. */
    private static NdArray extreme(NdArray values, int radius, DoubleBinaryOperator choice) {
        NdArray result = values;
        for (int axis = 0; axis < values.rank(); axis++) {
            int[] margin = new int[values.rank()];
            margin[axis] = radius;
            NdArray padded = result.pad(margin, margin, Boundary.REPLICATE);
            int extent = values.shape().extent(axis);
            for (int shift = 0; shift <= 2 * radius; shift++) {
                result = chosen(result, padded.slice(axis, shift, shift + extent), choice);
            }
        }
        return result;
    }

    private static NdArray chosen(NdArray a, NdArray b, DoubleBinaryOperator choice) {
        return NdArray.elementwise(
                "extreme",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = choice.applyAsDouble(in[0][i], in[1][i]);
                    }
                },
                a,
                b);
    }
}
