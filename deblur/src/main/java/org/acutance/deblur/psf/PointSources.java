package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.acutance.deblur.image.GaussianFilter;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Finds points of light, stars or beads, in an image of any rank: maxima among their neighbours in the slightly smoothed
 * image that stand out of its noise.
 */
final class PointSources {
    private static final double SMOOTHING = 1;
    private static final double DEVIATION_OF_MEDIAN = 1.4826;

    private PointSources() {}

    /** The place of a maximum, and how far it stands above the background. */
    static final class Source {
        private final int[] place;
        private final double height;

        Source(int[] place, double height) {
            this.place = place;
            this.height = height;
        }

        /** Index along each axis; not a copy. */
        int[] place() {
            return place;
        }

        double height() {
            return height;
        }

        boolean isNear(Source other, int[] distance) {
            for (int axis = 0; axis < place.length; axis++) {
                if (Math.abs(place[axis] - other.place[axis]) > distance[axis]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** All maxima that are higher than {@code threshold} standard deviations of the noise above the background. */
    static List<Source> find(NdArray image, double threshold) {
        double[] smooth =
                new GaussianFilter(Boundary.REFLECT).apply(image, SMOOTHING).toDoubles();
        double background = median(smooth);
        double noise = DEVIATION_OF_MEDIAN
                * median(
                        Arrays.stream(smooth).map(v -> Math.abs(v - background)).toArray());
        // Without any noise rounding must not be taken for light.
        double floor = 1e-6 * (Arrays.stream(smooth).max().orElse(0) - background);
        double least = background + Math.max(threshold * noise, floor);
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < smooth.length; i++) {
            if (smooth[i] > least && isMaximum(smooth, image.shape(), i)) {
                sources.add(new Source(place(image.shape(), i), smooth[i] - background));
            }
        }
        return sources;
    }

    /** Higher than all neighbours; among equals the first one counts. */
    private static boolean isMaximum(double[] values, Shape shape, int position) {
        int[] place = place(shape, position);
        int[] strides = shape.strides();
        int neighbours = (int) Math.pow(3, place.length);
        for (int n = 0; n < neighbours; n++) {
            int other = neighbour(shape, strides, place, n);
            if (other >= 0
                    && other != position
                    && (values[other] > values[position] || (values[other] == values[position] && other < position))) {
                return false;
            }
        }
        return true;
    }

    /** The position of one of the 3^rank places around a place; -1 beyond the border. */
    static int neighbour(Shape shape, int[] strides, int[] place, int number) {
        int position = 0;
        int code = number;
        for (int axis = 0; axis < place.length; axis++) {
            int index = place[axis] + code % 3 - 1;
            code /= 3;
            if (index < 0 || index >= shape.extent(axis)) {
                return -1;
            }
            position += index * strides[axis];
        }
        return position;
    }

    private static int[] place(Shape shape, int position) {
        int[] strides = shape.strides();
        int[] place = new int[strides.length];
        Arrays.setAll(place, axis -> position / strides[axis] % shape.extent(axis));
        return place;
    }

    /** The middle one of the values. */
    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
