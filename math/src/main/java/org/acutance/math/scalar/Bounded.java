package org.acutance.math.scalar;

import java.util.function.DoubleUnaryOperator;

/**
 * Brent's method between two bounds, which are never asked themselves, as {@code minimize_scalar(method='bounded')}.
 *
 * @param lower the lower bound
 * @param upper the upper bound
 * @param xatol converged when the minimum is known to this
 * @param maxiter limit of evaluations
 */
public record Bounded(double lower, double upper, double xatol, int maxiter) implements ScalarMinimizer {
    private static final double RELATIVE = Math.sqrt(2.2e-16);

    /**
     * A search between two bounds.
     *
     * @throws IllegalArgumentException if the bounds are not finite and in order
     */
    public Bounded {
        if (!(Double.isFinite(lower) && Double.isFinite(upper) && lower <= upper)) {
            throw new IllegalArgumentException("bounded: lower=" + lower + " and upper=" + upper
                    + " are no interval; give finite numbers, the lower one first");
        }
    }

    /** The method with SciPy's defaults. */
    public static Bounded between(double lower, double upper) {
        return new Bounded(lower, upper, 1e-5, 500);
    }

    @Override
    public ScalarMinimum minimize(DoubleUnaryOperator function) {
        Point start = Point.at(function, lower + ParabolicSearch.SECTION * (upper - lower));
        ParabolicSearch search = new ParabolicSearch(function, lower, start, upper, new Tolerance(RELATIVE, xatol / 3));
        Ending ending = search.run(maxiter - 1);
        int evaluations = 1 + search.iterations();
        return new ScalarMinimum(search.best().x(), search.best().f(), evaluations, evaluations, ending);
    }
}
