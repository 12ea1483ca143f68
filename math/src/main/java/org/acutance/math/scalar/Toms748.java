package org.acutance.math.scalar;

import java.util.stream.DoubleStream;

/**
 * A bracket that becomes smaller by inverse cubic polynomials and a doubled secant, by half in every iteration (Alefeld,
 * Potra &amp; Shi, ACM Transactions on Mathematical Software 21, 1995, algorithm 4.1).
 */
final class Toms748 {
    /** Values that are no further apart are not interpolated. */
    private static final double DISTINCT = 32 * Math.ulp(1d);

    private static final double SHRINK = 0.5;

    private final Counting function;
    private final Tolerance tolerance;
    private final int maxiter;
    private Point low;
    private Point high;
    private Point dropped;
    private Point droppedBefore;

    Toms748(Counting function, Tolerance tolerance, int maxiter, Point low, Point high) {
        this.function = function;
        this.tolerance = tolerance;
        this.maxiter = maxiter;
        this.low = low.x() < high.x() ? low : high;
        this.high = low.x() < high.x() ? high : low;
        this.dropped = this.high;
        this.droppedBefore = Point.at(x -> Double.NaN, Double.NaN);
    }

    /** The search. */
    Root find() {
        Point last = narrowed(inside(secant(1)));
        for (int i = 1; i <= maxiter; i++) {
            if (last.f() == 0) {
                return root(last.x(), i, Ending.CONVERGED);
            }
            if (Double.isNaN(last.f())) {
                return root(last.x(), i, Ending.NON_FINITE);
            }
            if (width() <= tolerance.at(high.x())) {
                return root(middle(), i, Ending.CONVERGED);
            }
            last = i < maxiter ? iterated() : last;
        }
        return root(middle(), maxiter, Ending.MAX_ITERATIONS);
    }

    private Root root(double x, int iterations, Ending ending) {
        return new Root(x, iterations, function.count(), ending);
    }

    private double width() {
        return high.x() - low.x();
    }

    private double middle() {
        return (low.x() + high.x()) / 2;
    }

    private double inside(double x) {
        return x > low.x() && x < high.x() ? x : middle();
    }

    /** One iteration; the last point asked, at which it ended early if that is the root or no number. */
    private Point iterated() {
        double before = width();
        Point first = narrowed(interpolated());
        if (first.f() == 0 || Double.isNaN(first.f())) {
            return first;
        }
        Point second = narrowed(doubled());
        boolean done = second.f() == 0 || Double.isNaN(second.f()) || width() <= SHRINK * before;
        return done ? second : narrowed(middle());
    }

    /** Asks for the value at a point and makes it an end. */
    private Point narrowed(double x) {
        Point point = Point.at(function, x);
        if (Double.isNaN(point.f())) {
            return point;
        }
        droppedBefore = dropped;
        if ((point.f() < 0) == (low.f() < 0)) {
            dropped = low;
            low = point;
        } else {
            dropped = high;
            high = point;
        }
        return point;
    }

    /** From the end with the smaller value so many times as far as the secant leads. */
    private double secant(double times) {
        Point near = Math.abs(low.f()) < Math.abs(high.f()) ? low : high;
        return near.x() - times * near.f() * width() / (high.f() - low.f());
    }

    /** Twice as far as the secant leads, so that the root lies between; half where that is too far. */
    private double doubled() {
        boolean isLow = Math.abs(low.f()) < Math.abs(high.f());
        Point near = isLow ? low : high;
        double x = secant(2);
        if (!(Math.abs(x - near.x()) <= width() / 2)) {
            return middle();
        }
        boolean stays = Math.abs(x - near.x()) <= Math.ulp(1d) * Math.abs(near.x());
        double least = isLow ? tolerance.at(x) : -tolerance.at(x);
        return stays ? inside(near.x() + least) : x;
    }

    /** The root of the inverse cubic through four points where their values differ, else of the parabola through three. */
    private double interpolated() {
        double[] values = DoubleStream.of(low.f(), high.f(), dropped.f(), droppedBefore.f())
                .sorted()
                .toArray();
        boolean distinct = true;
        for (int i = 1; i < values.length; i++) {
            distinct &= values[i] - values[i - 1] > DISTINCT;
        }
        double cubic = distinct ? cubic() : Double.NaN;
        return cubic > low.x() && cubic < high.x() ? cubic : quadratic();
    }

    /** Aitken's interpolation of the inverse function at 0. */
    private double cubic() {
        Point[] points = {low, high, dropped, droppedBefore};
        double[] x = {low.x(), high.x(), dropped.x(), droppedBefore.x()};
        for (int level = 1; level < points.length; level++) {
            for (int i = points.length - 1; i >= level; i--) {
                double here = points[i].f();
                double there = points[i - level].f();
                x[i] = (here * x[i - 1] - there * x[i]) / (here - there);
            }
        }
        return x[points.length - 1];
    }

    /** Two of Newton's steps on the parabola through both ends and the point dropped last. */
    private double quadratic() {
        double slope = (high.f() - low.f()) / width();
        double next = (dropped.f() - high.f()) / (dropped.x() - high.x());
        double curvature = (next - slope) / (dropped.x() - low.x());
        if (!(Math.abs(curvature) > 0)) {
            return inside(low.x() - low.f() / slope);
        }
        double x = curvature * low.f() > 0 ? low.x() : high.x();
        for (int i = 0; i < 2; i++) {
            double value = low.f() + (slope + curvature * (x - high.x())) * (x - low.x());
            x -= value / (slope + curvature * (2 * x - low.x() - high.x()));
        }
        return inside(x);
    }
}
