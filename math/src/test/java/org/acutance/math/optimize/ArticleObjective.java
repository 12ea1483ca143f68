package org.acutance.math.optimize;

import java.util.function.BiFunction;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.Shape;

/**
 * The article's objective, {@code ||h*x - y|| / sqrt 2 + w ||Dx|| / sqrt 2}, by hand, with the derivative of a norm at 0
 * taken as 0. The convolution is 'same' with zeros outside, tap by tap; a PSF that is the product of its marginals goes
 * along one axis after the other.
 */
final class ArticleObjective {
    private final double[] blurred;
    private final int rows;
    private final int columns;
    private final double[] psf;
    private final int psfRows;
    private final int psfColumns;
    private final boolean separable;
    private final double[] alongColumns;
    private final double[] alongRows;
    private final double weight;

    ArticleObjective(NdArray blurred, NdArray psf, double weight) {
        this.blurred = blurred.toDoubles();
        this.rows = blurred.shape().extent(0);
        this.columns = blurred.shape().extent(1);
        this.psf = psf.toDoubles();
        this.psfRows = psf.shape().extent(0);
        this.psfColumns = psf.shape().extent(1);
        this.alongColumns = psf.reduce(Reduction.SUM, 1).toDoubles();
        this.alongRows = psf.reduce(Reduction.SUM, 0).toDoubles();
        NdArray product = psf.reduce(Reduction.SUM, 1).times(psf.reduce(Reduction.SUM, 0));
        this.separable = product.minus(psf).maxAbs() < 1e-17;
        this.weight = weight;
    }

    Objective objective() {
        return Objective.of(this::value, this::gradient, this::hessianProduct);
    }

    /** Without Hessian products. */
    Objective valueAndGradient() {
        return Objective.of(this::value, this::gradient);
    }

    private double value(NdArray x) {
        double[] image = x.toDoubles();
        double prior = norm(differences(image, 0), differences(image, 1));
        return (norm(residual(image), new double[0]) + weight * prior) / Math.sqrt(2);
    }

    private NdArray gradient(NdArray x) {
        double[] image = x.toDoubles();
        double[] residual = residual(image);
        double[] gradient = new double[image.length];
        add(gradient, 1 / norm(residual, new double[0]), correlate(residual));
        double[] dy = differences(image, 0);
        double[] dx = differences(image, 1);
        double share = weight / norm(dy, dx);
        add(gradient, share, differencesTransposed(dy, 0));
        add(gradient, share, differencesTransposed(dx, 1));
        return scaled(gradient, x);
    }

    private NdArray hessianProduct(NdArray x, NdArray direction) {
        double[] image = x.toDoubles();
        double[] along = direction.toDoubles();
        double[] product = new double[image.length];
        double[] residual = residual(image);
        double[] blurredAlong = convolve(along);
        double norm = norm(residual, new double[0]);
        add(product, 1 / norm, correlate(blurredAlong));
        add(product, -dot(residual, blurredAlong) / (norm * norm * norm), correlate(residual));
        BiFunction<double[], Integer, double[]> d = this::differences;
        double[][] u = {d.apply(image, 0), d.apply(image, 1)};
        double[][] v = {d.apply(along, 0), d.apply(along, 1)};
        double prior = norm(u[0], u[1]);
        double inner = dot(u[0], v[0]) + dot(u[1], v[1]);
        for (int axis = 0; axis < 2; axis++) {
            add(product, weight / prior, differencesTransposed(v[axis], axis));
            add(product, -weight * inner / (prior * prior * prior), differencesTransposed(u[axis], axis));
        }
        return scaled(product, x);
    }

    private static NdArray scaled(double[] values, NdArray like) {
        return NdArray.of(values, like.shape()).times(1 / Math.sqrt(2)).to(like.precision());
    }

    private double[] residual(double[] image) {
        double[] residual = convolve(image);
        add(residual, -1, blurred);
        return residual;
    }

    private double[] convolve(double[] image) {
        return taps(image, 1);
    }

    private double[] correlate(double[] image) {
        return taps(image, -1);
    }

    private double[] taps(double[] image, int sign) {
        return separable
                ? taps(taps(image, sign, alongColumns, psfRows, 1), sign, alongRows, 1, psfColumns)
                : taps(image, sign, psf, psfRows, psfColumns);
    }

    private double[] taps(double[] image, int sign, double[] kernel, int kernelRows, int kernelColumns) {
        double[] result = new double[image.length];
        for (int p = 0; p < kernelRows; p++) {
            for (int q = 0; q < kernelColumns; q++) {
                double tap = kernel[p * kernelColumns + q];
                if (tap != 0) {
                    addShifted(result, tap, image, sign * (p - kernelRows / 2), sign * (q - kernelColumns / 2));
                }
            }
        }
        return result;
    }

    private void addShifted(double[] result, double factor, double[] image, int down, int right) {
        int from = Math.max(0, right);
        int to = Math.min(columns, columns + right);
        for (int row = Math.max(0, down); row < Math.min(rows, rows + down); row++) {
            int target = row * columns;
            int source = (row - down) * columns - right;
            for (int column = from; column < to; column++) {
                result[target + column] += factor * image[source + column];
            }
        }
    }

    private double[] differences(double[] image, int axis) {
        int stride = axis == 0 ? columns : 1;
        double[] result = new double[image.length];
        for (int i = 0; i < image.length - stride; i++) {
            boolean inside = axis == 0 || (i + 1) % columns != 0;
            result[i] = inside ? image[i + stride] - image[i] : 0;
        }
        return result;
    }

    private double[] differencesTransposed(double[] d, int axis) {
        int stride = axis == 0 ? columns : 1;
        double[] result = new double[d.length];
        for (int i = 0; i < d.length - stride; i++) {
            result[i + stride] += d[i];
            result[i] -= d[i];
        }
        return result;
    }

    /** Adds a multiple; one that is not finite is a derivative of a norm at 0 and adds nothing. */
    private static void add(double[] result, double factor, double[] values) {
        for (int i = 0; i < values.length && Double.isFinite(factor); i++) {
            result[i] += factor * values[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        return NdArray.of(a, Shape.of(a.length)).dot(NdArray.of(b, Shape.of(b.length)));
    }

    private static double norm(double[] a, double[] b) {
        return Math.sqrt(dot(a, a) + dot(b, b));
    }
}
