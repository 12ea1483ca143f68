package org.acutance.deblur.psf;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** Kernels whose weights are the areas that a figure covers of each pixel, a square of side 1. */
final class AreaKernel {
    private static final double ROUNDING = 1e-9;

    private AreaKernel() {}

    /** Equal weights. */
    static Psf box(int rank, int[] size) {
        Shape shape = PerAxis.shape("box", PerAxis.expand("box", "size", size, rank));
        return Psf.of(NdArray.full(shape, Precision.FLOAT64, 1.0 / shape.size()));
    }

    /** A disc around the middle, an image out of focus; MATLAB's {@code fspecial('disk', radius)}. */
    static Psf disk(int rank, double radius) {
        PerAxis.requirePlane("disk", rank);
        int reach = reach(radius);
        return sample(reach, reach, (row, column) -> Disc.overlap(radius, row, column));
    }

    /** A bar one pixel wide around the middle, a straight movement at constant speed. */
    static Psf motion(int rank, double length, double degrees) {
        PerAxis.requirePlane("motion", rank);
        double cosine = Math.cos(Math.toRadians(degrees));
        double sine = Math.sin(Math.toRadians(degrees));
        Polygon bar = Polygon.bar(length, -sine, cosine);
        int rows = reach((length * Math.abs(sine) + Math.abs(cosine)) / 2);
        int columns = reach((length * Math.abs(cosine) + Math.abs(sine)) / 2);
        return sample(rows, columns, (row, column) -> bar.clip(row - 0.5, row + 0.5, column - 0.5, column + 0.5)
                .area());
    }

    /** Number of pixels beside the middle one that a figure of that half extent touches. */
    static int reach(double half) {
        return (int) Math.max(0, Math.ceil(half - 0.5 - ROUNDING));
    }

    private interface Coverage {
        double of(int row, int column);
    }

    private static Psf sample(int rows, int columns, Coverage coverage) {
        int width = 2 * columns + 1;
        double[] values = new double[(2 * rows + 1) * width];
        for (int i = 0; i < values.length; i++) {
            values[i] = coverage.of(i / width - rows, i % width - columns);
        }
        NdArray areas = NdArray.of(values, 2 * rows + 1, width);
        return Psf.of(areas.times(1 / areas.sum()));
    }
}
