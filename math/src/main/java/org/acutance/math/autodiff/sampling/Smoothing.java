package org.acutance.math.autodiff.sampling;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;

/** Means over neighbourhoods, axis by axis, as {@code scipy.ndimage} computes them. */
public final class Smoothing {
    /** SciPy's truncate: standard deviations that the taps of a Gaussian reach. */
    private static final double REACH = 4;

    /** The examples of every operation, for the contract of derivatives. */
    public static List<Example> examples() {
        return List.of(
                Example.of("gaussianFilter", x -> gaussianFilter(x, Boundary.REFLECT, 0.6), 4, 3),
                Example.of("gaussianFilter", x -> gaussianFilter(x, Boundary.ZERO, 0, 1.1), 2, 5),
                Example.of("uniformFilter", x -> uniformFilter(x, Boundary.MIRROR, 3), 4, 3),
                Example.of("uniformFilter", x -> uniformFilter(x, Boundary.PERIODIC, 1, 4), 2, 5));
    }

    private Smoothing() {}

    /**
     * Weighted means with Gaussian weights, cut off at 4 standard deviations.
     *
     * @param sigmas standard deviation in elements per axis, or one for all; 0 leaves an axis as it is
     * @throws IllegalArgumentException if one is negative, or there are neither one nor one per axis
     */
    public static Tensor gaussianFilter(Tensor x, Boundary boundary, double... sigmas) {
        requireCount("gaussianFilter", x, sigmas.length);
        Tensor smooth = x;
        for (int axis = 0; axis < x.shape().rank(); axis++) {
            double sigma = sigmas[Math.min(axis, sigmas.length - 1)];
            if (!(sigma >= 0)) {
                throw new IllegalArgumentException("gaussianFilter: sigma " + sigma + " is negative; use 0 or more");
            }
            smooth = sigma == 0 ? smooth : along(smooth, axis, boundary, bell(sigma));
        }
        return smooth;
    }

    /**
     * Means over boxes; one of even size reaches one element farther towards the start.
     *
     * @param sizes elements of the box per axis, or one number for all
     * @throws IllegalArgumentException if one is below 1, or there are neither one nor one per axis
     */
    public static Tensor uniformFilter(Tensor x, Boundary boundary, int... sizes) {
        requireCount("uniformFilter", x, sizes.length);
        Tensor smooth = x;
        for (int axis = 0; axis < x.shape().rank(); axis++) {
            int size = sizes[Math.min(axis, sizes.length - 1)];
            if (size < 1) {
                throw new IllegalArgumentException("uniformFilter: size " + size + " is below 1; use 1 or more");
            }
            double[] box = new double[size];
            Arrays.fill(box, 1.0 / size);
            smooth = along(smooth, axis, boundary, box);
        }
        return smooth;
    }

    private static void requireCount(String operation, Tensor x, int count) {
        if (count != 1 && count != x.shape().rank()) {
            throw new IllegalArgumentException(
                    operation + ": got " + count + " numbers for shape " + x.shape() + "; give one, or one per axis");
        }
    }

    private static double[] bell(double sigma) {
        int radius = (int) (REACH * sigma + 0.5);
        double[] taps = IntStream.rangeClosed(-radius, radius)
                .mapToDouble(i -> Math.exp(-0.5 * i * i / (sigma * sigma)))
                .toArray();
        double sum = Arrays.stream(taps).sum();
        return Arrays.stream(taps).map(tap -> tap / sum).toArray();
    }

    private static Tensor along(Tensor x, int axis, Boundary boundary, double... taps) {
        int[] extents = new int[x.shape().rank()];
        Arrays.fill(extents, 1);
        extents[axis] = taps.length;
        Tensor kernel = Tensor.of(NdArray.of(taps, Shape.of(extents), x.precision()));
        return x.convolve(kernel, ConvolutionMode.SAME, boundary);
    }
}
