package org.acutance.math.scalar;

import java.util.function.DoubleUnaryOperator;

/**
 * The search between two ends that steps to the vertex of the parabola through the three lowest points, and where that
 * does not help by a golden section (R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 5).
 * What is not a number counts as high.
 */
final class ParabolicSearch {
    /** The smaller part of a golden section. */
    static final double SECTION = (3 - Math.sqrt(5)) / 2;

    /** So many values in a row that are no numbers, and there is nothing to be found. */
    private static final int HOPELESS = 20;

    private final DoubleUnaryOperator function;
    private final Tolerance tolerance;
    private double low;
    private double high;
    private Point best;
    private Point second;
    private Point third;
    private double step;
    private double stepBefore;
    private int nonFinite;
    private int iterations;

    ParabolicSearch(DoubleUnaryOperator function, double end, Point start, double other, Tolerance tolerance) {
        this.function = function;
        this.low = Math.min(end, other);
        this.high = Math.max(end, other);
        this.best = start;
        this.second = start;
        this.third = start;
        this.tolerance = tolerance;
    }

    Point best() {
        return best;
    }

    int iterations() {
        return iterations;
    }

    Ending run(int maxiter) {
        while (!hasConverged()) {
            if (iterations >= maxiter) {
                return Ending.MAX_ITERATIONS;
            }
            iterations++;
            take(Point.at(function, next()));
            if (nonFinite >= HOPELESS) {
                return Ending.NON_FINITE;
            }
        }
        return best.isFinite() ? Ending.CONVERGED : Ending.NON_FINITE;
    }

    private double nearness() {
        return tolerance.at(best.x());
    }

    private double middle() {
        return 0.5 * (low + high);
    }

    private boolean hasConverged() {
        return Math.abs(best.x() - middle()) <= 2 * nearness() - 0.5 * (high - low);
    }

    /** The next trial, at least a tolerance away from the best point. */
    private double next() {
        double near = nearness();
        if (Math.abs(stepBefore) <= near || !parabola(near)) {
            stepBefore = (best.x() >= middle() ? low : high) - best.x();
            step = SECTION * stepBefore;
        }
        return best.x() + Math.copySign(Math.max(Math.abs(step), near), step);
    }

    /** Steps to the vertex if it lies between the ends and the steps at least halve every other time. */
    private boolean parabola(double near) {
        double toSecond = (best.x() - second.x()) * (best.f() - third.f());
        double toThird = (best.x() - third.x()) * (best.f() - second.f());
        double twice = 2 * (toThird - toSecond);
        double numerator = (best.x() - third.x()) * toThird - (best.x() - second.x()) * toSecond;
        double p = twice > 0 ? -numerator : numerator;
        double q = Math.abs(twice);
        double limit = Math.abs(0.5 * q * stepBefore);
        stepBefore = step;
        if (!(Math.abs(p) < limit && p > q * (low - best.x()) && p < q * (high - best.x()))) {
            return false;
        }
        step = p / q;
        double vertex = best.x() + step;
        if (vertex - low < 2 * near || high - vertex < 2 * near) {
            step = middle() >= best.x() ? near : -near;
        }
        return true;
    }

    private void take(Point trial) {
        nonFinite = trial.isFinite() ? 0 : nonFinite + 1;
        boolean above = trial.x() >= best.x();
        if (trial.f() <= best.f()) {
            narrow(best.x(), !above);
            third = second;
            second = best;
            best = trial;
            return;
        }
        narrow(trial.x(), above);
        if (trial.f() <= second.f() || second.x() == best.x()) {
            third = second;
            second = trial;
        } else if (trial.f() <= third.f() || third.x() == best.x() || third.x() == second.x()) {
            third = trial;
        }
    }

    private void narrow(double end, boolean fromAbove) {
        if (fromAbove) {
            high = end;
        } else {
            low = end;
        }
    }
}
