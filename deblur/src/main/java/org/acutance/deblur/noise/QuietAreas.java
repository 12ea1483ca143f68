package org.acutance.deblur.noise;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.Shape;

/**
 * The noise in those areas of an image where there is little else. The image is split by one level of the orthonormal
 * Haar transform; areas are chosen by the variance of their means, and the noise is that of their finest diagonal
 * details, which for white noise are independent of the means, so that the choice does not bias it.
 */
final class QuietAreas {
    private static final int SIDE = 4;
    private static final double SHARE = 0.1;
    private static final double ROUNDING = 1e-9;

    private QuietAreas() {}

    /**
     * The standard deviation of white noise in an image of any rank.
     *
     * @param counting of the shape of the image, 1 where a sample counts: areas with others are not looked at, as long as
     *     there are areas without
     * @return 0 for a single sample, which has no details
     */
    static double deviation(NdArray image, NdArray counting) {
        if (image.size() == 1) {
            return 0;
        }
        NdArray means = image;
        NdArray details = image;
        NdArray known = counting;
        for (int axis = 0; axis < image.rank(); axis++) {
            if (image.shape().extent(axis) > 1) {
                means = pairs(means, axis, 1);
                details = pairs(details, axis, -1);
                known = pairs(known, axis, 1);
            }
        }
        NdArray sums = areaSums(means);
        double area = area(means.shape());
        NdArray activity = areaSums(means.times(means)).minus(sums.times(sums).times(1 / area));
        NdArray energy = areaSums(details.times(details));
        NdArray share = areaSums(known);
        double[] shares = share.toDoubles();
        int[] places = IntStream.range(0, shares.length)
                .filter(i -> shares[i] > (1 - ROUNDING) * share.max())
                .toArray();
        return Math.sqrt(leastActive(places, activity.toDoubles(), energy.toDoubles()) / area);
    }

    private static double area(Shape shape) {
        return Arrays.stream(shape.extents())
                .map(extent -> Math.min(SIDE, extent))
                .asDoubleStream()
                .reduce(1, (a, b) -> a * b);
    }

    private static double leastActive(int[] places, double[] activity, double[] energy) {
        return IntStream.of(places)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> activity[i]))
                .limit(Math.max(1, Math.round(SHARE * places.length)))
                .mapToDouble(i -> energy[i])
                .average()
                .orElseThrow();
    }

    private static NdArray pairs(NdArray array, int axis, double sign) {
        NdArray cut = inGroups(array, axis, 2);
        NdArray combined = cut.slice(axis + 1, 0, 1).plusScaled(sign, cut.slice(axis + 1, 1, 2));
        Shape halved = array.shape().with(axis, array.shape().extent(axis) / 2);
        return combined.times(Math.sqrt(0.5)).reshape(halved);
    }

    private static NdArray areaSums(NdArray array) {
        NdArray sums = array;
        for (int axis = 0; axis < array.rank(); axis++) {
            NdArray cut = inGroups(sums, axis, Math.min(SIDE, sums.shape().extent(axis)));
            Shape shape = sums.shape().with(axis, cut.shape().extent(axis));
            sums = cut.reduce(Reduction.SUM, axis + 1).reshape(shape);
        }
        return sums;
    }

    /** The array with an axis cut into two: the number of the group, and the place in it. A rest is left out. */
    private static NdArray inGroups(NdArray array, int axis, int length) {
        int groups = array.shape().extent(axis) / length;
        int[] extents = array.shape().extents();
        int[] cut = Arrays.copyOf(extents, extents.length + 1);
        System.arraycopy(extents, axis, cut, axis + 1, extents.length - axis);
        cut[axis] = groups;
        cut[axis + 1] = length;
        return array.slice(axis, 0, groups * length).reshape(cut);
    }
}
