package org.acutance.deblur.noise;

import java.util.Arrays;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The mean over a box around each sample, of odd extent, reflected at the border. The mean of a box has the correlation
 * with the square of a residual from its middle that it has with itself, so that chance moves both along the line that
 * they belong to; with other windows the slope of the variance of photon noise comes out too steep where the scene is flat.
 *
 * @param radius number of samples on each side of the middle
 */
public record BoxMean(int radius) {
    /** The means, of the shape and precision of the values, which are finite. */
    public NdArray of(NdArray values) {
        NdArray mean = values;
        for (int axis = 0; axis < values.rank(); axis++) {
            mean = along(mean, axis);
        }
        return mean;
    }

    private NdArray along(NdArray values, int axis) {
        Shape shape = values.shape();
        NdArray padded = values.along(axis, IndexMap.pad(shape.extent(axis), radius + 1, radius, Boundary.REFLECT));
        double[] samples = padded.toDoubles();
        double[] means = new double[shape.size()];
        int stride = shape.strides()[axis];
        int extent = shape.extent(axis);
        double[] sums = new double[stride];
        for (int block = 0; block < shape.size() / (stride * extent); block++) {
            int in = block * stride * (extent + 2 * radius + 1);
            first(samples, in, sums);
            for (int i = 0; i < extent; i++) {
                int leaves = in + i * stride;
                int enters = leaves + (2 * radius + 1) * stride;
                int out = (block * extent + i) * stride;
                for (int k = 0; k < stride; k++) {
                    sums[k] += samples[enters + k] - samples[leaves + k];
                    means[out + k] = sums[k] / (2 * radius + 1);
                }
            }
        }
        return NdArray.of(means, shape, values.precision());
    }

    /** The sums over the box that ends just before the first sample's. */
    private void first(double[] samples, int from, double[] sums) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < 2 * radius + 1; i++) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += samples[from + i * sums.length + k];
            }
        }
    }
}
