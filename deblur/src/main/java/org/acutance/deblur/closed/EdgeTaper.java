package org.acutance.deblur.closed;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * Prepares an observation for methods that take it to be periodic, as MATLAB's {@code edgetaper}: near the borders it is
 * replaced by its own circular blur, which has no jump there. The share of the original along an axis is 1 less the
 * autocorrelation of the point spread function's projection on that axis at the distance to the border, and the product of
 * these over the axes.
 */
public final class EdgeTaper {
    private EdgeTaper() {}

    /**
     * The observation with tapered edges, within the range of its own values.
     *
     * @param observed any rank
     * @param kernel the point spread function, of the same rank
     */
    public static NdArray of(NdArray observed, NdArray kernel) {
        Shape shape = observed.shape();
        NdArray share = NdArray.full(shape, observed.precision(), 1);
        for (int axis = 0; axis < shape.rank(); axis++) {
            share = share.times(share(kernel, axis, shape).to(observed.precision()));
        }
        NdArray blurred = new PeriodicConvolution(kernel.to(observed.precision()), shape).apply(observed);
        return within(observed, blurred.plus(observed.minus(blurred).times(share)));
    }

    private static NdArray share(NdArray kernel, int axis, Shape shape) {
        double[] projection = projection(kernel.toDoubles(), kernel.shape(), axis);
        double whole = correlation(projection, 0);
        int extent = shape.extent(axis);
        double[] share = new double[extent];
        for (int i = 0; i < extent; i++) {
            int toBorder = Math.min(i, extent - 1 - i);
            share[i] = 1 - correlation(projection, toBorder) / whole;
        }
        int[] extents = new int[shape.rank()];
        Arrays.fill(extents, 1);
        extents[axis] = extent;
        return NdArray.of(share, Shape.of(extents), Precision.FLOAT64);
    }

    private static double[] projection(double[] kernel, Shape shape, int axis) {
        double[] sums = new double[shape.extent(axis)];
        int stride = shape.strides()[axis];
        for (int i = 0; i < kernel.length; i++) {
            sums[i / stride % sums.length] += kernel[i];
        }
        return sums;
    }

    private static double correlation(double[] values, int shift) {
        double sum = 0;
        for (int i = shift; i < values.length; i++) {
            sum += values[i] * values[i - shift];
        }
        return sum;
    }

    private static NdArray within(NdArray observed, NdArray tapered) {
        double least = observed.min();
        double most = observed.max();
        return NdArray.elementwise(
                "edge taper",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(least, Math.min(most, in[0][i]));
                    }
                },
                tapered);
    }
}
