package org.acutance.math.scalar;

import java.util.Locale;
import java.util.function.DoubleUnaryOperator;

/**
 * A method that finds a root between two points at which the function differs in sign, as {@code brentq}, {@code bisect},
 * {@code ridder} and {@code toms748} of {@code scipy.optimize}.
 *
 * @param method which way
 * @param xtol absolute tolerance of the root
 * @param rtol relative tolerance of the root
 * @param maxiter limit of iterations
 */
public record BracketedRoot(Method method, double xtol, double rtol, int maxiter) {
    /** How the bracket is made smaller. */
    public enum Method {
        /** Inverse parabolas, secants and halves (Brent 1973, chapter 4); the one to begin with. */
        BRENTQ,
        /** Halves. */
        BISECT,
        /** Exponentials through three points (Ridders, IEEE Transactions on Circuits and Systems 26, 1979). */
        RIDDER,
        /** Inverse cubics and doubled secants; few evaluations of smooth functions (Alefeld et al. 1995). */
        TOMS748
    }

    /** A method with SciPy's tolerances. */
    public static BracketedRoot by(Method method) {
        return new BracketedRoot(method, 2e-12, 4 * Math.ulp(1d), 100);
    }

    /**
     * Finds a root.
     *
     * @param a one end
     * @param b the other end
     * @throws IllegalArgumentException if the function has the same sign at both ends, or is not a number at one
     */
    public Root find(DoubleUnaryOperator function, double a, double b) {
        Counting counting = new Counting(function);
        Point low = Point.at(counting, a);
        Point high = Point.at(counting, b);
        requireChange(low, high);
        if (low.f() == 0 || high.f() == 0) {
            return new Root(low.f() == 0 ? a : b, 0, counting.count(), Ending.CONVERGED);
        }
        RootSearch search = new RootSearch(counting, new Tolerance(rtol, xtol), maxiter);
        return switch (method) {
            case BRENTQ -> search.brent(low, high);
            case BISECT -> search.bisect(low, high);
            case RIDDER -> search.ridder(low, high);
            case TOMS748 -> new Toms748(counting, new Tolerance(rtol, xtol), maxiter, low, high).find();
        };
    }

    private void requireChange(Point low, Point high) {
        if (!(Math.signum(low.f()) * Math.signum(high.f()) <= 0)) {
            throw new IllegalArgumentException(method.name().toLowerCase(Locale.ROOT) + ": f(" + low.x()
                    + ")=" + low.f() + " and f(" + high.x() + ")=" + high.f()
                    + " do not differ in sign; give ends between which the function crosses 0");
        }
    }
}
