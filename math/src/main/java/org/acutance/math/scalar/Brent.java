package org.acutance.math.scalar;

import java.util.function.DoubleUnaryOperator;

/**
 * Brent's method without bounds: a bracket, and within it parabolas and golden sections (Brent 1973, chapter 5), as
 * {@code minimize_scalar(method='brent')}.
 *
 * @param first a point from which to go downhill to a bracket
 * @param second another one
 * @param xtol converged when the minimum is known to this relative to its size
 * @param maxiter limit of iterations
 */
public record Brent(double first, double second, double xtol, int maxiter) implements ScalarMinimizer {
    private static final double ABSOLUTE = 1e-11;

    /** The method with SciPy's defaults, from 0 and 1. */
    public static Brent standard() {
        return new Brent(0, 1, 1.48e-8, 500);
    }

    @Override
    public ScalarMinimum minimize(DoubleUnaryOperator function) {
        Counting counting = new Counting(function);
        Bracket bracket = Bracket.downhill(counting, first, second);
        if (!bracket.isValid()) {
            return bracket.failure(counting.count());
        }
        ParabolicSearch search = new ParabolicSearch(
                counting, bracket.a().x(), bracket.b(), bracket.c().x(), new Tolerance(xtol, ABSOLUTE));
        Ending ending = search.run(maxiter);
        return new ScalarMinimum(search.best().x(), search.best().f(), search.iterations(), counting.count(), ending);
    }
}
