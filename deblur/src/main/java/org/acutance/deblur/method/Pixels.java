package org.acutance.deblur.method;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** Checks of the samples of an image. */
final class Pixels {
    private Pixels() {}

    static void requireFinite(String operation, NdArray channel) {
        if (!channel.isFinite()) {
            double[] samples = channel.toDoubles();
            long count = Arrays.stream(samples)
                    .filter(sample -> !Double.isFinite(sample))
                    .count();
            int first = 0;
            while (Double.isFinite(samples[first])) {
                first++;
            }
            throw new IllegalArgumentException(operation + ": " + count + " of " + samples.length
                    + " pixels are NaN or infinite, the first at " + index(first, channel.shape())
                    + "; replace them before deblurring");
        }
    }

    private static String index(int position, Shape shape) {
        int[] index = new int[shape.rank()];
        int[] strides = shape.strides();
        for (int axis = 0; axis < index.length; axis++) {
            index[axis] = position / strides[axis] % shape.extent(axis);
        }
        return Arrays.toString(index);
    }
}
