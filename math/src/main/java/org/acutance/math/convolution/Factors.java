package org.acutance.math.convolution;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/** Finds one vector per axis whose outer product is a kernel, if there are such vectors. */
final class Factors {
    private Factors() {}

    /**
     * The vectors, the first ones scaled so that their element at the largest tap is 1. An outer product equals the
     * kernel when no element differs by more than a few units in the last place of the largest tap, which is what
     * rounding leaves of a kernel that was computed as an outer product and then normalised.
     *
     * @param kernel taps, rank 1 or more
     */
    static Optional<List<double[]>> of(NdArray kernel) {
        double[] taps = kernel.toDoubles();
        int pivot = largest(taps);
        if (taps[pivot] == 0 || !kernel.isFinite()) {
            return Optional.empty();
        }
        List<double[]> factors = new ArrayList<>();
        for (int axis = 0; axis < kernel.rank(); axis++) {
            factors.add(fibre(kernel, taps, pivot, axis));
        }
        double tolerance = 4 * kernel.rank() * unitInLastPlace(taps[pivot], kernel.precision());
        double[] product = outerProduct(factors);
        for (int i = 0; i < taps.length; i++) {
            if (Math.abs(product[i] - taps[i]) > tolerance) {
                return Optional.empty();
            }
        }
        return Optional.of(factors);
    }

    private static int largest(double[] taps) {
        int largest = 0;
        for (int i = 1; i < taps.length; i++) {
            largest = Math.abs(taps[i]) > Math.abs(taps[largest]) ? i : largest;
        }
        return largest;
    }

    private static double unitInLastPlace(double value, Precision precision) {
        return precision == Precision.FLOAT32 ? Math.ulp((float) value) : Math.ulp(value);
    }

    /** The taps along an axis through the pivot, divided by it on every axis but the last. */
    private static double[] fibre(NdArray kernel, double[] taps, int pivot, int axis) {
        int stride = kernel.shape().strides()[axis];
        int extent = kernel.shape().extent(axis);
        int start = pivot - pivot / stride % extent * stride;
        double divisor = axis == kernel.rank() - 1 ? 1 : taps[pivot];
        double[] fibre = new double[extent];
        for (int i = 0; i < extent; i++) {
            fibre[i] = taps[start + i * stride] / divisor;
        }
        return fibre;
    }

    private static double[] outerProduct(List<double[]> factors) {
        double[] product = {1};
        for (double[] factor : factors) {
            double[] longer = new double[product.length * factor.length];
            for (int i = 0; i < longer.length; i++) {
                longer[i] = product[i / factor.length] * factor[i % factor.length];
            }
            product = longer;
        }
        return product;
    }
}
