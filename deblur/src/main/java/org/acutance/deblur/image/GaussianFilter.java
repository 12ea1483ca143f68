package org.acutance.deblur.image;

import java.util.Arrays;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;

/**
 * Smoothing by a Gaussian along every axis, as {@code scipy.ndimage.gaussian_filter} does it: sampled, cut off at four
 * standard deviations, weights adding up to one.
 *
 * @param boundary what the array is taken to be beyond its border
 */
public record GaussianFilter(Boundary boundary) {
    private static final double TRUNCATE = 4;
    private static final double LARGEST = 1e6;

    /** Number of elements on each side of the middle that carry a weight. */
    public static int radius(double sigma) {
        return (int) (TRUNCATE * sigma + 0.5);
    }

    /**
     * The smoothed array, of the same shape and precision.
     *
     * @param array any rank of at least one
     * @param sigma standard deviation in elements, one for all axes or one per axis, slowest first; 0 leaves an axis
     * @throws IllegalArgumentException if the number of deviations is neither 1 nor the rank, or one is outside 0..10^6
     */
    public NdArray apply(NdArray array, double... sigma) {
        if (sigma.length != 1 && sigma.length != array.rank()) {
            throw new IllegalArgumentException("gaussian filter: " + sigma.length + " standard deviations for shape "
                    + array.shape() + "; give one, or one per axis");
        }
        if (Arrays.stream(sigma).anyMatch(s -> !(s >= 0 && s <= LARGEST))) {
            throw new IllegalArgumentException("gaussian filter: standard deviations " + Arrays.toString(sigma)
                    + " are not all numbers from 0 to 1000000");
        }
        NdArray result = array;
        for (int axis = 0; axis < array.rank(); axis++) {
            result = along(result, axis, sigma[sigma.length == 1 ? 0 : axis]);
        }
        return result;
    }

    private NdArray along(NdArray array, int axis, double sigma) {
        int radius = radius(sigma);
        if (radius == 0 || array.size() == 0) {
            return array;
        }
        IndexMap padded = IndexMap.pad(array.shape().extent(axis), radius, radius, boundary);
        return Stencil.sliding(padded, weights(sigma, radius)).apply(array, axis);
    }

    private static double[] weights(double sigma, int radius) {
        double[] weights = new double[2 * radius + 1];
        for (int i = 0; i < weights.length; i++) {
            double distance = i - radius;
            weights[i] = Math.exp(-0.5 / (sigma * sigma) * distance * distance);
        }
        double sum = NdArray.vector(weights).sum();
        return Arrays.stream(weights).map(weight -> weight / sum).toArray();
    }
}
