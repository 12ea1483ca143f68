package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.deblur.optics.GaussLegendre;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** Products over the axes of a power of {@code sinc(x / zero)}, with {@code sinc(t) = sin(pi t) / (pi t)}. */
final class SincKernel {
    private static final int ZEROS = 10;
    private static final int LARGEST_CHOSEN = 511;
    private static final int NODES = 6;

    private SincKernel() {}

    /**
     * With power 2 the light behind a square hole, with power 1 the ideal low-pass filter, which has negative values.
     *
     * @param zero distance of the first zero in pixels, one or one per axis
     */
    static Psf of(int rank, double[] zero, int power, Optional<int[]> size) {
        double[] zeros = PerAxis.expand("sinc", "zero", zero, rank);
        int[] extents = size.map(given -> PerAxis.odd("sinc", given, rank)).orElseGet(() -> Arrays.stream(zeros)
                .mapToInt(z -> (int) Math.min(LARGEST_CHOSEN, 2 * Math.ceil(ZEROS * z) + 1))
                .toArray());
        Shape shape = PerAxis.shape("sinc", extents);
        NdArray product = NdArray.full(Shape.of(), Precision.FLOAT64, 1);
        for (int axis = 0; axis < rank; axis++) {
            int[] along = new int[rank];
            Arrays.fill(along, 1);
            along[axis] = shape.extent(axis);
            product = product.times(NdArray.of(profile(shape.extent(axis), zeros[axis], power), along));
        }
        return Psf.normalised(product, Provenance.DRAWN);
    }

    /** Means over the pixels. */
    private static double[] profile(int extent, double zero, int power) {
        int nodes = NODES + (int) Math.ceil(1 / zero);
        GaussLegendre rule = new GaussLegendre(nodes, -0.5, 0.5);
        return IntStream.range(0, extent)
                .mapToDouble(i -> IntStream.range(0, nodes)
                        .mapToDouble(p -> rule.weight(p)
                                * Math.pow(sinc((Math.abs(i - extent / 2) + rule.node(p)) / zero), power))
                        .sum())
                .toArray();
    }

    private static double sinc(double t) {
        return Math.abs(t) < 1e-8 ? 1 : Math.sin(Math.PI * t) / (Math.PI * t);
    }
}
