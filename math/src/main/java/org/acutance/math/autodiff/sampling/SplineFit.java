package org.acutance.math.autodiff.sampling;

import java.util.Arrays;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.Lines;
import org.acutance.math.autodiff.Linear;
import org.acutance.math.autodiff.Tensor;

/**
 * The equation {@code (c[i-1] + 4 c[i] + c[i+1]) / 6 = x[i]} of cubic spline coefficients (Unser 1999), with the
 * coefficients beyond the ends as a boundary has them: a matrix with three diagonals, and two corners if it is periodic.
 */
final class SplineFit {
    private final double[] below;
    private final double[] diagonal;
    private final double[] above;
    private final double corner;

    private SplineFit(double[] below, double[] diagonal, double[] above, double corner) {
        this.below = below;
        this.diagonal = diagonal;
        this.above = above;
        this.corner = corner;
    }

    static Tensor along(Tensor x, int axis, Boundary boundary) {
        int extent = x.shape().extent(axis);
        SplineFit fit = of(extent, boundary);
        SplineFit transposed = fit.transposed();
        return new Linear(
                        "splineCoefficients",
                        a -> Lines.map(a, axis, extent, fit::solve),
                        a -> Lines.map(a, axis, extent, transposed::solve))
                .apply(x);
    }

    private static SplineFit of(int extent, Boundary boundary) {
        requireSpline(extent, boundary);
        double[] below = new double[extent];
        double[] diagonal = new double[extent];
        double[] above = new double[extent];
        Arrays.fill(below, 1.0 / 6);
        Arrays.fill(above, 1.0 / 6);
        Arrays.fill(diagonal, 4.0 / 6);
        if (extent == 1) {
            diagonal[0] = 1;
            return new SplineFit(below, diagonal, above, 0);
        }
        if (boundary == Boundary.MIRROR) {
            above[0] = 2.0 / 6;
            below[extent - 1] = 2.0 / 6;
        } else if (boundary == Boundary.REFLECT) {
            diagonal[0] = 5.0 / 6;
            diagonal[extent - 1] = 5.0 / 6;
        }
        return new SplineFit(below, diagonal, above, boundary == Boundary.PERIODIC ? 1.0 / 6 : 0);
    }

    private static void requireSpline(int extent, Boundary boundary) {
        if (boundary != Boundary.MIRROR && boundary != Boundary.REFLECT && boundary != Boundary.PERIODIC) {
            throw new IllegalArgumentException(
                    "splineCoefficients: boundary " + boundary + " has no spline; use MIRROR, REFLECT or PERIODIC");
        }
        if (extent == 0) {
            throw new IllegalArgumentException("splineCoefficients: the axis is empty; its extent must be at least 1");
        }
    }

    private SplineFit transposed() {
        int extent = diagonal.length;
        double[] lower = new double[extent];
        double[] upper = new double[extent];
        for (int i = 0; i + 1 < extent; i++) {
            lower[i + 1] = above[i];
            upper[i] = below[i + 1];
        }
        return new SplineFit(lower, diagonal, upper, corner);
    }

    private void solve(double[] line, double[] result) {
        if (corner == 0) {
            eliminate(diagonal, line, result);
        } else {
            solvePeriodic(line, result);
        }
    }

    /** The corners as a product of two vectors, taken out of the matrix and put back by Sherman and Morrison. */
    private void solvePeriodic(double[] line, double[] result) {
        int last = line.length - 1;
        double gamma = -diagonal[0];
        double[] changed = diagonal.clone();
        changed[0] -= gamma;
        changed[last] -= corner * corner / gamma;
        double[] column = new double[line.length];
        column[0] = gamma;
        column[last] = corner;
        double[] correction = new double[line.length];
        eliminate(changed, column, correction);
        eliminate(changed, line, result);
        double factor =
                (result[0] + corner / gamma * result[last]) / (1 + correction[0] + corner / gamma * correction[last]);
        for (int i = 0; i < result.length; i++) {
            result[i] -= factor * correction[i];
        }
    }

    /** Elimination in a matrix with three diagonals, which is dominated by its main one. */
    private void eliminate(double[] main, double[] right, double[] result) {
        int extent = right.length;
        double[] ratios = new double[extent];
        double pivot = main[0];
        result[0] = right[0] / pivot;
        for (int i = 1; i < extent; i++) {
            ratios[i] = above[i - 1] / pivot;
            pivot = main[i] - below[i] * ratios[i];
            result[i] = (right[i] - below[i] * result[i - 1]) / pivot;
        }
        for (int i = extent - 2; i >= 0; i--) {
            result[i] -= ratios[i + 1] * result[i + 1];
        }
    }
}
