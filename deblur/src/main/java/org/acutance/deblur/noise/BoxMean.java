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
        NdArray.Builder means = NdArray.builder(shape, values.precision());
        if (axis == values.rank() - 1) {
            alongRows(padded, means, shape);
        } else {
            acrossRows(padded, means, shape, axis);
        }
        return means.build();
    }

    private void alongRows(NdArray padded, NdArray.Builder means, Shape shape) {
        double[] samples = new double[padded.shape().rowLength()];
        double[] row = new double[shape.rowLength()];
        for (int number = 0; number < shape.rows(); number++) {
            padded.read(number * samples.length, samples, 0, samples.length);
            double sum = 0;
            for (int i = 0; i < 2 * radius + 1; i++) {
                sum += samples[i];
            }
            for (int i = 0; i < row.length; i++) {
                sum += samples[i + 2 * radius + 1] - samples[i];
                row[i] = sum / (2 * radius + 1);
            }
            means.write(number * row.length, row, 0, row.length);
        }
    }

    /** All samples that lie side by side at once. */
    private void acrossRows(NdArray padded, NdArray.Builder means, Shape shape, int axis) {
        int width = shape.strides()[axis];
        int extent = shape.extent(axis);
        double[] enters = new double[width];
        double[] leaves = new double[width];
        double[] sums = new double[width];
        for (int block = 0; block < shape.size() / (width * extent); block++) {
            int in = block * padded.shape().extent(axis) * width;
            first(padded, in, sums, enters);
            for (int i = 0; i < extent; i++) {
                padded.read(in + i * width, leaves, 0, width);
                padded.read(in + (i + 2 * radius + 1) * width, enters, 0, width);
                for (int k = 0; k < width; k++) {
                    sums[k] += enters[k] - leaves[k];
                    leaves[k] = sums[k] / (2 * radius + 1);
                }
                means.write((block * extent + i) * width, leaves, 0, width);
            }
        }
    }

    /** The sums over the box that ends just before the first sample's. */
    private void first(NdArray padded, int from, double[] sums, double[] scratch) {
        Arrays.fill(sums, 0);
        for (int i = 0; i < 2 * radius + 1; i++) {
            padded.read(from + i * sums.length, scratch, 0, sums.length);
            for (int k = 0; k < sums.length; k++) {
                sums[k] += scratch[k];
            }
        }
    }
}
