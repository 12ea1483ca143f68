package org.acutance.math.optimize;

import java.util.Arrays;
import org.acutance.math.array.NdArray;

/** A symmetric tridiagonal matrix that grows, and the minimiser within a region of the parabola that it makes. */
final class Tridiagonal {
    private static final int BISECTIONS = 200;

    private double[] diagonal = new double[16];
    private double[] beside = new double[16];
    private int size;

    /**
     * A minimiser.
     *
     * @param components along the dimensions, a vector
     * @param promised the decrease there
     * @param atBoundary whether it is on the boundary
     * @param residual norm of what the dimension to come leaves in the Newton equation
     */
    record Minimiser(NdArray components, double promised, boolean atBoundary, double residual) {}

    int size() {
        return size;
    }

    /** Adds a dimension: its diagonal element, and that which couples it to the next one. */
    void add(double onDiagonal, double toNext) {
        if (size == diagonal.length) {
            diagonal = Arrays.copyOf(diagonal, 2 * size);
            beside = Arrays.copyOf(beside, 2 * size);
        }
        diagonal[size] = onDiagonal;
        beside[size] = toNext;
        size++;
    }

    /** The minimiser of {@code norm h_1 + h'T h / 2} within a radius. */
    Minimiser minimiser(double norm, double radius) {
        double[] right = new double[size];
        right[0] = -norm;
        double lowest = lowestEigenvalue();
        double[] inside = lowest > 0 ? solve(0, right) : new double[0];
        boolean isInside = lowest > 0 && DenseSystem.norm(inside) <= radius;
        double shift = isInside
                ? 0
                : Secular.shift(Math.max(0, -lowest), Math.max(0, -lowest) + norm / radius, radius, s -> {
                    double[] h = solve(s, right);
                    return new Secular.Shifted(DenseSystem.norm(h), DenseSystem.dot(h, solve(s, h)));
                });
        double[] h = isInside ? inside : solve(shift, right);
        // The decrease is -g'h - h'T h / 2, and (T + shift) h = -g.
        double promised = (-norm * h[0] + shift * DenseSystem.dot(h, h)) / 2;
        return new Minimiser(NdArray.vector(h), promised, !isInside, Math.abs(beside[size - 1] * h[size - 1]));
    }

    /** The solution of {@code (T + shift) h = right}, by elimination without pivoting. */
    private double[] solve(double shift, double... right) {
        double[] pivots = new double[size];
        double[] h = right.clone();
        for (int i = 0; i < size; i++) {
            double factor = i == 0 ? 0 : beside[i - 1] / pivots[i - 1];
            pivots[i] = diagonal[i] + shift - (i == 0 ? 0 : factor * beside[i - 1]);
            h[i] -= i == 0 ? 0 : factor * h[i - 1];
        }
        for (int i = size - 1; i >= 0; i--) {
            h[i] = (h[i] - (i == size - 1 ? 0 : beside[i] * h[i + 1])) / pivots[i];
        }
        return h;
    }

    /** By bisection on the number of negative pivots (Golub &amp; Van Loan 2013, section 8.4.1). */
    private double lowestEigenvalue() {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int i = 0; i < size; i++) {
            double coupled = (i == 0 ? 0 : Math.abs(beside[i - 1])) + (i == size - 1 ? 0 : Math.abs(beside[i]));
            low = Math.min(low, diagonal[i] - coupled);
            high = Math.min(high, diagonal[i]);
        }
        for (int i = 0; i < BISECTIONS && high - low > Math.ulp(Math.max(Math.abs(low), Math.abs(high))); i++) {
            double middle = low + (high - low) / 2;
            if (isPositive(middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Whether the matrix less a multiple of the identity is positive definite. */
    private boolean isPositive(double less) {
        double pivot = 1;
        for (int i = 0; i < size; i++) {
            pivot = diagonal[i] - less - (i == 0 ? 0 : beside[i - 1] * beside[i - 1] / pivot);
            if (!(pivot > 0)) {
                return false;
            }
        }
        return true;
    }
}
