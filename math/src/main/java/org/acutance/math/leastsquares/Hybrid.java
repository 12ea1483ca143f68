package org.acutance.math.leastsquares;

import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;

/**
 * Finds where as many functions as unknowns are all 0: Powell's hybrid method (A hybrid method for nonlinear equations,
 * in Rabinowitz 1970) with MINPACK's rules, as {@code scipy.optimize.root(method='hybr')}. Between Jacobians it updates
 * the last one by Broyden's formula. The method {@code 'lm'} of SciPy's {@code root} is {@link Method#LM}.
 *
 * @param xtol converged when the trust region is at most this relative to the point
 * @param maxfev limit of evaluations; 100 per unknown and 100 more if empty
 * @param factor radius of the first trust region relative to the start
 */
public record Hybrid(double xtol, OptionalLong maxfev, double factor) {
    private static final double ACCEPTED = 1e-4;
    private static final int FAILURES = 2;
    private static final int SLOW = 10;
    private static final int SLOW_JACOBIANS = 5;

    /** The method with SciPy's defaults. */
    public static Hybrid standard() {
        return new Hybrid(1.49012e-8, OptionalLong.empty(), 100);
    }

    /**
     * Solves.
     *
     * @param functions as many as x has elements
     * @param x0 where to start, of any shape, FLOAT64
     * @return the point, the functions there, and why the search ended
     * @throws IllegalArgumentException if there are more functions than unknowns, or fewer
     */
    public Fit solve(Residuals functions, NdArray x0) {
        long most = maxfev.orElse(100L * (x0.size() + 1));
        LeastSquares how = LeastSquares.by(Method.TRF);
        LeastSquares limited = new LeastSquares(
                how.method(),
                how.bounds(),
                how.ftol(),
                xtol,
                how.gtol(),
                Optional.empty(),
                how.loss(),
                how.fScale(),
                OptionalLong.of(most));
        Problem problem = new Problem(limited, functions, x0.shape());
        double[] start = x0.toDoubles();
        double[] values = problem.residuals(start);
        if (values.length != start.length) {
            throw new IllegalArgumentException("hybr: " + values.length + " functions of " + start.length
                    + " unknowns; give as many functions as unknowns, or fit by least squares");
        }
        Linearised first = problem.linearised(start, values);
        return first.isFinite()
                ? new Search(problem, first).run()
                : problem.fit(first, first.gradient(), Status.NON_FINITE);
    }

    /** One search, which shrinks and grows its region. */
    private final class Search {
        private final Problem problem;
        private Linearised at;
        private double[][] jacobian;
        private double[] scale;
        private double radius;
        private int failures;
        private int successes;
        private int slow;
        private int slowJacobians;
        private boolean isFresh = true;
        private boolean isFirst = true;

        Search(Problem problem, Linearised first) {
            this.problem = problem;
            this.at = first;
            this.jacobian = first.jacobian();
            this.scale = problem.scale(first, Optional.empty());
            this.radius = size() == 0 ? factor : factor * size();
        }

        private double size() {
            return Dense.norm(Dense.times(at.x(), Dense.inverse(scale)));
        }

        Fit run() {
            Optional<Status> status = at.cost() == 0 ? Optional.of(Status.SOLVED) : Optional.empty();
            while (status.isEmpty()) {
                if (failures == FAILURES) {
                    renew();
                }
                step();
                status = ending();
            }
            return problem.fit(at, at.gradient(), status.get());
        }

        private void renew() {
            at = problem.linearised(at.x(), at.raw());
            jacobian = at.jacobian();
            scale = problem.scale(at, Optional.of(scale));
            failures = 0;
            isFresh = true;
        }

        private void step() {
            double[] hat = dogleg(Dense.columnsTimes(jacobian, scale), at.raw());
            double[] step = Dense.times(scale, hat);
            double length = Dense.norm(hat);
            radius = isFirst ? Math.min(radius, length) : radius;
            isFirst = false;
            double[] x = Dense.plus(at.x(), 1, step);
            double[] values = problem.residuals(x);
            double norm = Dense.norm(at.raw());
            double actual = square(norm) - square(Dense.norm(values));
            double[] linear = Dense.plus(at.raw(), 1, Dense.product(jacobian, step));
            double promised = square(norm) - square(Dense.norm(linear));
            double ratio = promised > 0 && Double.isFinite(actual) ? actual / promised : 0;
            resize(ratio, length);
            slow = actual >= 1e-3 * square(norm) ? 0 : slow + 1;
            slowJacobians = actual >= 0.1 * square(norm) ? 0 : slowJacobians + (isFresh ? 1 : 0);
            isFresh = false;
            if (Double.isFinite(actual)) {
                update(values, linear, hat);
            }
            if (ratio >= ACCEPTED) {
                at = new Linearised(x, values, jacobian, problem.cost(values), values, jacobian, at.gradient());
            }
        }

        private void resize(double ratio, double length) {
            if (ratio < 0.1) {
                successes = 0;
                failures++;
                radius /= 2;
                return;
            }
            failures = 0;
            successes++;
            radius = ratio >= 0.5 || successes > 1 ? Math.max(radius, 2 * length) : radius;
            radius = Math.abs(ratio - 1) <= 0.1 ? 2 * length : radius;
        }

        /** Broyden's formula: the least change in the scaled variables that makes the linear model right at the trial. */
        private void update(double[] values, double[] linear, double... hat) {
            double[] direction = Dense.times(hat, Dense.inverse(scale));
            double squares = Dense.dot(hat, hat);
            double[][] updated = new double[values.length][];
            for (int i = 0; i < values.length; i++) {
                updated[i] = Dense.plus(jacobian[i], (values[i] - linear[i]) / squares, direction);
            }
            jacobian = squares > 0 ? updated : jacobian;
        }

        /** Powell's step: to the root of the linear model, or on the way there from the steepest descent's minimum. */
        private double[] dogleg(double[][] scaled, double... values) {
            Svd svd = Svd.of(scaled, values.length, values);
            double[] components = new double[values.length];
            double least = Math.ulp(1d) * svd.largest();
            for (int i = 0; i < components.length; i++) {
                components[i] = -svd.along(i) / Math.max(svd.value(i), Math.max(least, Double.MIN_NORMAL));
            }
            double[] newton = svd.combined(components);
            if (Dense.norm(newton) <= radius) {
                return newton;
            }
            double[] down = Dense.scaled(-1, Dense.transposedProduct(scaled, values.length, values));
            double slope = Dense.norm(down);
            if (slope == 0) {
                return Dense.scaled(radius / Dense.norm(newton), newton);
            }
            double stride = square(slope / Dense.norm(Dense.product(scaled, down)));
            if (stride * slope >= radius) {
                return Dense.scaled(radius / slope, down);
            }
            double[] cauchy = Dense.scaled(stride, down);
            double[] onward = Dense.plus(newton, -1, cauchy);
            return Dense.plus(cauchy, Scaled.edge(cauchy, onward, radius), onward);
        }

        private Optional<Status> ending() {
            if (at.cost() == 0) {
                return Optional.of(Status.SOLVED);
            }
            if (radius <= xtol * size()) {
                return Optional.of(Status.STEP_SMALL);
            }
            if (slow == SLOW || slowJacobians == SLOW_JACOBIANS || radius <= Double.MIN_NORMAL) {
                return Optional.of(Status.STALLED);
            }
            return problem.isExhausted(at.x().length) ? Optional.of(Status.MAX_EVALUATIONS) : Optional.empty();
        }
    }

    private static double square(double x) {
        return x * x;
    }
}
