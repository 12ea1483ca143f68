package org.acutance.math.scalar;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Newton's method from one point, with the slope; Halley's with the curvature too; the secant method with neither, as
 * {@code scipy.optimize.newton}. It may fail where a bracket would not.
 *
 * @param tol absolute tolerance of the root
 * @param rtol relative tolerance of the root
 * @param maxiter limit of iterations
 */
public record Newton(double tol, double rtol, int maxiter) {
    private static final double SECANT = 1e-4;

    /** The method with SciPy's tolerances. */
    public static Newton standard() {
        return new Newton(1.48e-8, 0, 50);
    }

    /** Newton's method. */
    public Root find(DoubleUnaryOperator function, DoubleUnaryOperator derivative, double x0) {
        return search(function, derivative, Optional.empty(), x0);
    }

    /** Halley's method. */
    public Root find(
            DoubleUnaryOperator function, DoubleUnaryOperator derivative, DoubleUnaryOperator second, double x0) {
        return search(function, derivative, Optional.of(second), x0);
    }

    private Root search(
            DoubleUnaryOperator function,
            DoubleUnaryOperator slope,
            Optional<DoubleUnaryOperator> curvature,
            double x0) {
        double x = x0;
        int calls = 0;
        for (int i = 0; i < maxiter; i++) {
            double value = function.applyAsDouble(x);
            calls++;
            if (value == 0) {
                return new Root(x, i, calls, Ending.CONVERGED);
            }
            double first = slope.applyAsDouble(x);
            calls++;
            if (first == 0 || !Double.isFinite(value / first)) {
                return new Root(x, i + 1, calls, first == 0 ? Ending.FLAT : Ending.NON_FINITE);
            }
            double step = value / first;
            if (curvature.isPresent()) {
                calls++;
                double bend = step * curvature.get().applyAsDouble(x) / first / 2;
                step = Math.abs(bend) < 1 ? step / (1 - bend) : step;
            }
            double next = x - step;
            if (Math.abs(step) <= tol + rtol * Math.abs(x)) {
                return new Root(next, i + 1, calls, Ending.CONVERGED);
            }
            x = next;
        }
        return new Root(x, maxiter, calls, Ending.MAX_ITERATIONS);
    }

    /** The secant method. */
    public Root find(DoubleUnaryOperator function, double x0) {
        Counting counting = new Counting(function);
        double beside = x0 * (1 + SECANT);
        Point start = Point.at(counting, x0);
        Point other = Point.at(counting, beside + (beside >= 0 ? SECANT : -SECANT));
        boolean swap = Math.abs(other.f()) < Math.abs(start.f());
        Point previous = swap ? other : start;
        Point current = swap ? start : other;
        for (int i = 1; i <= maxiter; i++) {
            double slope = (current.f() - previous.f()) / (current.x() - previous.x());
            double next = current.x() - current.f() / slope;
            if (slope == 0 || !Double.isFinite(next)) {
                return new Root(current.x(), i, counting.count(), slope == 0 ? Ending.FLAT : Ending.NON_FINITE);
            }
            if (Math.abs(next - current.x()) <= tol + rtol * Math.abs(current.x())) {
                return new Root(next, i, counting.count(), Ending.CONVERGED);
            }
            previous = current;
            current = Point.at(counting, next);
        }
        return new Root(current.x(), maxiter, counting.count(), Ending.MAX_ITERATIONS);
    }
}
