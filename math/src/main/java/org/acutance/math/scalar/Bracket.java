package org.acutance.math.scalar;

import java.util.function.DoubleUnaryOperator;

/**
 * Three points in a row, the middle one the lowest, so that a minimum lies between the outer ones.
 *
 * @param a an end
 * @param b between the ends
 * @param c the other end
 */
public record Bracket(Point a, Point b, Point c) {
    /** The larger part of a golden section over the smaller one. */
    private static final double GOLDEN = (1 + Math.sqrt(5)) / 2;

    private static final double GROWTH = 110;
    private static final double TINY = 1e-21;
    private static final int LIMIT = 1000;

    /**
     * Goes downhill from two points in growing steps until the function rises: golden sections, and the vertex of the
     * parabola through the last three points where that is not too far, as {@code scipy.optimize.bracket} does.
     *
     * @return three points; no bracket where the function does not rise, see {@link #isValid}
     */
    public static Bracket downhill(DoubleUnaryOperator function, double first, double second) {
        Point start = Point.at(function, first);
        Point next = Point.at(function, second);
        boolean rising = start.isBelow(next);
        Point a = rising ? next : start;
        Point b = rising ? start : next;
        Bracket bracket = new Bracket(a, b, beyond(function, a, b));
        for (int i = 0; i < LIMIT && bracket.c.f() < bracket.b.f() && bracket.isFinite(); i++) {
            bracket = bracket.moved(function);
        }
        return bracket;
    }

    private static Point beyond(DoubleUnaryOperator function, Point a, Point b) {
        return Point.at(function, b.x() + GOLDEN * (b.x() - a.x()));
    }

    private Bracket moved(DoubleUnaryOperator function) {
        double w = vertex();
        double furthest = b.x() + GROWTH * (c.x() - b.x());
        if ((w - c.x()) * (b.x() - w) > 0) {
            Point inside = Point.at(function, w);
            if (inside.f() < c.f()) {
                return new Bracket(b, inside, c);
            }
            return inside.f() > b.f() ? new Bracket(a, b, inside) : new Bracket(b, c, beyond(function, b, c));
        }
        if ((w - furthest) * (furthest - c.x()) >= 0) {
            return new Bracket(b, c, Point.at(function, furthest));
        }
        if ((w - furthest) * (c.x() - w) > 0) {
            Point ahead = Point.at(function, w);
            return ahead.f() < c.f() ? new Bracket(c, ahead, beyond(function, c, ahead)) : new Bracket(b, c, ahead);
        }
        return new Bracket(b, c, beyond(function, b, c));
    }

    /** Where the parabola through the three points is level. */
    private double vertex() {
        double left = (b.x() - a.x()) * (b.f() - c.f());
        double right = (b.x() - c.x()) * (b.f() - a.f());
        double difference = right - left;
        double denominator = Math.abs(difference) < TINY ? TINY : difference;
        return b.x() - ((b.x() - c.x()) * right - (b.x() - a.x()) * left) / (2 * denominator);
    }

    private boolean isFinite() {
        return Double.isFinite(a.x()) && Double.isFinite(b.x()) && Double.isFinite(c.x());
    }

    /** Whether the middle is lower than one end, not higher than the other, and between them. */
    public boolean isValid() {
        boolean lowest = (b.f() <= a.f() && b.isBelow(c)) || (b.isBelow(a) && b.f() <= c.f());
        boolean between = (a.x() < b.x() && b.x() < c.x()) || (c.x() < b.x() && b.x() < a.x());
        return lowest && between && isFinite();
    }

    /** The result where there is no bracket: the lowest of the three points, the middle one where none is lower. */
    ScalarMinimum failure(int evaluations) {
        Point end = a.isBelow(c) ? a : c;
        Point lowest = end.isBelow(b) ? end : b;
        Ending ending = lowest.isFinite() ? Ending.NO_BRACKET : Ending.NON_FINITE;
        return new ScalarMinimum(lowest.x(), lowest.f(), 0, evaluations, ending);
    }
}
