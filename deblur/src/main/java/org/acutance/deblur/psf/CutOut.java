package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** The neighbourhood of a point of light: background subtracted, its centroid brought into the middle. */
final class CutOut {
    private static final int ITERATIONS = 30;

    private final NdArray window;
    private final int[] half;

    /**
     * Takes the neighbourhood out of an image; it must be within.
     *
     * @param half extents of the result are {@code 2 half + 1}; the window is two larger on each side for interpolation
     */
    CutOut(NdArray image, int[] place, int[] half) {
        this.half = half.clone();
        NdArray part = image;
        for (int axis = 0; axis < half.length; axis++) {
            part = part.slice(axis, place[axis] - half[axis] - MARGIN, place[axis] + half[axis] + MARGIN + 1);
        }
        double background = PointSources.median(shell(part));
        this.window = NdArray.of(
                Arrays.stream(part.toDoubles()).map(v -> v - background).toArray(), part.shape());
    }

    /** Pixels that interpolation needs around. */
    static final int MARGIN = 2;

    /** The values at the border of an array. */
    static double[] shell(NdArray values) {
        Shape shape = values.shape();
        int[] strides = shape.strides();
        return IntStream.range(0, values.size())
                .filter(i -> IntStream.range(0, shape.rank()).anyMatch(axis -> {
                    int index = i / strides[axis] % shape.extent(axis);
                    return index == 0 || index == shape.extent(axis) - 1;
                }))
                .mapToDouble(values::get)
                .toArray();
    }

    /** The values around the centroid, by cubic interpolation. */
    NdArray centred() {
        double[] centre = centre();
        NdArray result = window;
        for (int axis = 0; axis < half.length; axis++) {
            result = shifted(result, axis, centre[axis], half[axis]);
        }
        return result;
    }

    /**
     * Where the centroid under a Gaussian window around it is itself, in pixels from the middle, at most one along each
     * axis; the window keeps noise far out from pulling.
     */
    private double[] centre() {
        double[] values = window.toDoubles();
        Shape shape = window.shape();
        int[] strides = shape.strides();
        double[] centre = new double[half.length];
        for (int iteration = 0; iteration < ITERATIONS; iteration++) {
            double[] moment = new double[half.length];
            double total = 0;
            for (int i = 0; i < values.length; i++) {
                double exponent = 0;
                for (int axis = 0; axis < half.length; axis++) {
                    double distance = distance(shape, strides, i, axis) - centre[axis];
                    double sigma = Math.max(1, half[axis] / 3.0);
                    exponent += distance * distance / (2 * sigma * sigma);
                }
                double weight = values[i] * Math.exp(-exponent);
                total += weight;
                for (int axis = 0; axis < half.length; axis++) {
                    moment[axis] += weight * (distance(shape, strides, i, axis) - centre[axis]);
                }
            }
            for (int axis = 0; axis < half.length && total > 0; axis++) {
                // Twice, for the window takes about half of the way back (Bertin and Arnouts' XWIN).
                centre[axis] = Math.max(-1, Math.min(1, centre[axis] + 2 * moment[axis] / total));
            }
        }
        return centre;
    }

    private static double distance(Shape shape, int[] strides, int position, int axis) {
        return position / strides[axis] % shape.extent(axis) - shape.extent(axis) / 2;
    }

    private static NdArray shifted(NdArray values, int axis, double shift, int half) {
        int floor = (int) Math.floor(shift);
        double t = shift - floor;
        int start = values.shape().extent(axis) / 2 - half + floor;
        NdArray result = values.slice(axis, start, start + 2 * half + 1).times(Resampling.keys(t));
        for (int neighbour = -1; neighbour <= 2; neighbour++) {
            double weight = Resampling.keys(neighbour - t);
            if (neighbour != 0 && weight != 0) {
                int from = start + neighbour;
                result = result.plusScaled(weight, values.slice(axis, from, from + 2 * half + 1));
            }
        }
        return result;
    }
}
