package org.acutance.math.scalar;

import java.util.function.DoubleUnaryOperator;

/**
 * Golden sections of a bracket (Kiefer 1953), as {@code minimize_scalar(method='golden')}: slow, and never fooled by the
 * function's shape.
 *
 * @param first a point from which to go downhill to a bracket
 * @param second another one
 * @param xtol converged when the bracket is at most this long relative to its ends
 * @param maxiter limit of iterations
 */
public record Golden(double first, double second, double xtol, int maxiter) implements ScalarMinimizer {
    /** The method with SciPy's defaults, from 0 and 1. */
    public static Golden standard() {
        return new Golden(0, 1, Math.sqrt(Math.ulp(1d)), 5000);
    }

    @Override
    public ScalarMinimum minimize(DoubleUnaryOperator function) {
        Counting counting = new Counting(function);
        Bracket bracket = Bracket.downhill(counting, first, second);
        return bracket.isValid() ? sections(counting, bracket) : bracket.failure(counting.count());
    }

    private ScalarMinimum sections(Counting function, Bracket bracket) {
        double low = bracket.a().x();
        double high = bracket.c().x();
        Point middle = bracket.b();
        boolean upperIsLonger = Math.abs(high - middle.x()) > Math.abs(middle.x() - low);
        double cut = middle.x() + ParabolicSearch.SECTION * ((upperIsLonger ? high : low) - middle.x());
        Point other = Point.at(function, cut);
        Point left = upperIsLonger ? middle : other;
        Point right = upperIsLonger ? other : middle;
        int iterations = 0;
        while (Math.abs(high - low) > xtol * (Math.abs(left.x()) + Math.abs(right.x()))) {
            if (iterations == maxiter) {
                return result(left, right, iterations, function, Ending.MAX_ITERATIONS);
            }
            iterations++;
            if (right.isBelow(left)) {
                low = left.x();
                left = right;
                right = Point.at(function, left.x() + ParabolicSearch.SECTION * (high - left.x()));
            } else {
                high = right.x();
                right = left;
                left = Point.at(function, right.x() + ParabolicSearch.SECTION * (low - right.x()));
            }
        }
        return result(left, right, iterations, function, Ending.CONVERGED);
    }

    private static ScalarMinimum result(Point left, Point right, int iterations, Counting function, Ending ending) {
        Point best = right.isBelow(left) ? right : left;
        return new ScalarMinimum(best.x(), best.f(), iterations, function.count(), ending);
    }
}
