package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.deblur.image.GaussianFilter;
import org.acutance.deblur.psf.PsfException.Fault;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** Gaussian kernels. Standard deviations and extents are one for all axes or one per axis, slowest first, in pixels. */
final class GaussianKernel {
    private GaussianKernel() {}

    /**
     * A point filtered with {@code scipy.ndimage.gaussian_filter}: the tails beyond four standard deviations are 0, and
     * where the kernel is smaller than that they fold back at its edges.
     */
    static Psf filtered(int rank, double[] sigma, Optional<int[]> size) {
        double[] deviations = PerAxis.expand("gaussian", "sigma", sigma, rank);
        Shape shape = shape("gaussian", deviations, size);
        double[] point = new double[shape.size()];
        point[middle(shape)] = 1;
        return Psf.of(new GaussianFilter(Boundary.REFLECT).apply(NdArray.of(point, shape), deviations));
    }

    /** {@code exp(-(d / sigma)^2 / 2)} at the distance d of each pixel from the origin, divided by the sum. */
    static Psf sampled(int rank, double[] sigma, Optional<int[]> size) {
        double[] deviations = PerAxis.expand("gaussian-sampled", "sigma", sigma, rank);
        Shape shape = shape("gaussian-sampled", deviations, size);
        NdArray product = NdArray.full(Shape.of(), Precision.FLOAT64, 1);
        for (int axis = 0; axis < rank; axis++) {
            product = product.times(profile(shape, axis, deviations[axis]));
        }
        return Psf.of(product.times(1 / product.sum()));
    }

    /**
     * {@code exp(-d' C^-1 d / 2)} at the pixels of a picture, where C has the standard deviation {@code sigma[1]} along the
     * direction that is turned counter-clockwise from the rows by the angle, and {@code sigma[0]} across it.
     */
    static Psf rotated(String owner, int rank, double[] sigma, double degrees, Optional<int[]> size) {
        PerAxis.requirePlane(owner + " with an angle", rank);
        double[] deviations = PerAxis.expand(owner, "sigma", sigma, rank);
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        double[] spread = {
            Math.hypot(deviations[1] * sine, deviations[0] * cosine),
            Math.hypot(deviations[1] * cosine, deviations[0] * sine)
        };
        Shape shape = shape(owner, spread, size);
        double[] values = new double[shape.size()];
        Arrays.setAll(values, i -> {
            double row = i / shape.extent(1) - shape.extent(0) / 2;
            double column = i % shape.extent(1) - shape.extent(1) / 2;
            double along = (cosine * column - sine * row) / deviations[1];
            double across = (sine * column + cosine * row) / deviations[0];
            return Math.exp(-(along * along + across * across) / 2);
        });
        return Psf.normalised(NdArray.of(values, shape), Provenance.DRAWN);
    }

    private static NdArray profile(Shape shape, int axis, double sigma) {
        int extent = shape.extent(axis);
        double[] values = IntStream.range(0, extent)
                .mapToDouble(i -> Math.exp(-0.5 * Math.pow((i - extent / 2) / sigma, 2)))
                .toArray();
        int[] extents = new int[shape.rank()];
        Arrays.fill(extents, 1);
        extents[axis] = extent;
        return NdArray.of(values, extents);
    }

    private static int middle(Shape shape) {
        int[] strides = shape.strides();
        return IntStream.range(0, shape.rank())
                .map(axis -> shape.extent(axis) / 2 * strides[axis])
                .sum();
    }

    private static Shape shape(String owner, double[] sigma, Optional<int[]> size) {
        int[] extents = size.map(given -> PerAxis.expand(owner, "size", given, sigma.length))
                .orElseGet(() -> Arrays.stream(sigma)
                        .mapToInt(deviation -> chosen(owner, deviation))
                        .toArray());
        return PerAxis.shape(owner, extents);
    }

    private static int chosen(String owner, double sigma) {
        int radius = GaussianFilter.radius(sigma);
        if (radius > Psfs.LARGEST_EXTENT / 2) {
            throw new PsfException(
                    Fault.TOO_LARGE,
                    owner + ": sigma " + sigma + " needs more than " + Psfs.LARGEST_EXTENT
                            + " values along an axis; make the image smaller first, or give a size");
        }
        return 2 * radius + 1;
    }
}
