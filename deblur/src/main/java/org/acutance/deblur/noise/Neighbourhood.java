package org.acutance.deblur.noise;

import java.util.Arrays;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * What surrounds each sample: the nearest ones along all axes and diagonals, the sample itself not counted.
 *
 * @param median the neighbours' median at each sample
 * @param range the neighbours' largest less their smallest value, one of either kind disregarded
 */
record Neighbourhood(NdArray median, NdArray range) {
    private static final int BLOCK = 4096;

    /** The neighbourhoods of values of any rank of at least one, in their precision; the border is repeated. */
    static Neighbourhood of(NdArray values) {
        Shape shape = values.shape();
        int[] one = new int[shape.rank()];
        Arrays.fill(one, 1);
        NdArray samples = values.pad(one, one, Boundary.REPLICATE);
        int[] offsets = offsets(samples.shape());
        NdArray.Builder median = NdArray.builder(shape, values.precision());
        NdArray.Builder range = NdArray.builder(shape, values.precision());
        Blocks.forEach(shape.size(), BLOCK, true, (from, to) -> {
            double[] around = new double[offsets.length];
            double[] medians = new double[to - from];
            double[] ranges = new double[to - from];
            int dropped = offsets.length > 2 ? 1 : 0;
            for (int i = from; i < to; i++) {
                gather(samples, position(i, shape, samples.shape()), offsets, around);
                medians[i - from] = (around[around.length / 2 - 1] + around[around.length / 2]) / 2;
                ranges[i - from] = around[around.length - 1 - dropped] - around[dropped];
            }
            median.write(from, medians, 0, medians.length);
            range.write(from, ranges, 0, ranges.length);
        });
        return new Neighbourhood(median.build(), range.build());
    }

    /** The samples around one, in order of their size. */
    private static void gather(NdArray samples, int position, int[] offsets, double[] around) {
        for (int k = 0; k < offsets.length; k++) {
            around[k] = samples.get(position + offsets[k]);
        }
        Arrays.sort(around);
    }

    private static int position(int index, Shape shape, Shape padded) {
        int rest = index;
        int position = 0;
        int stride = 1;
        for (int axis = shape.rank() - 1; axis >= 0; axis--) {
            position += (rest % shape.extent(axis) + 1) * stride;
            rest /= shape.extent(axis);
            stride *= padded.extent(axis);
        }
        return position;
    }

    private static int[] offsets(Shape padded) {
        int[] strides = padded.strides();
        int number = (int) Math.round(Math.pow(3, strides.length));
        int[] offsets = new int[number - 1];
        for (int k = 0, at = 0; k < number; k++) {
            int offset = 0;
            int rest = k;
            for (int stride : strides) {
                offset += (rest % 3 - 1) * stride;
                rest /= 3;
            }
            if (2 * k != number - 1) {
                offsets[at++] = offset;
            }
        }
        return offsets;
    }
}
