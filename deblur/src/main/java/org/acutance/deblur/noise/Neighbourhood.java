package org.acutance.deblur.noise;

import java.util.Arrays;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** What surrounds each sample: the nearest ones along all axes and diagonals, the sample itself not counted. */
final class Neighbourhood {
    private static final int BLOCK = 4096;

    private final double[] median;
    private final double[] excess;
    private final double[] range;

    private Neighbourhood(int size) {
        median = new double[size];
        excess = new double[size];
        range = new double[size];
    }

    /** The neighbours' median at each sample, row-major; not to be written. */
    double[] median() {
        return median;
    }

    /** Each sample less that. */
    double[] excess() {
        return excess;
    }

    /** The neighbours' largest less their smallest value, one of either kind disregarded. */
    double[] range() {
        return range;
    }

    /** The neighbourhoods of values of any rank of at least one; the border is repeated. */
    static Neighbourhood of(NdArray values) {
        Shape shape = values.shape();
        int[] one = new int[shape.rank()];
        Arrays.fill(one, 1);
        NdArray padded = values.pad(one, one, Boundary.REPLICATE);
        double[] samples = padded.toDoubles();
        int[] offsets = offsets(padded.shape());
        Neighbourhood result = new Neighbourhood(shape.size());
        Blocks.forEach(shape.size(), BLOCK, true, (from, to) -> {
            double[] around = new double[offsets.length];
            for (int i = from; i < to; i++) {
                result.look(i, position(i, shape, padded.shape()), samples, offsets, around);
            }
        });
        return result;
    }

    private void look(int i, int position, double[] samples, int[] offsets, double[] around) {
        for (int k = 0; k < offsets.length; k++) {
            around[k] = samples[position + offsets[k]];
        }
        Arrays.sort(around);
        int middle = around.length / 2;
        int dropped = around.length > 2 ? 1 : 0;
        median[i] = (around[middle - 1] + around[middle]) / 2;
        excess[i] = samples[position] - median[i];
        range[i] = around[around.length - 1 - dropped] - around[dropped];
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
