package org.acutance.math.scalar;

/** Makes a bracket around a root smaller until it is known to the tolerance. */
final class RootSearch {
    private final Counting function;
    private final Tolerance tolerance;
    private final int maxiter;

    RootSearch(Counting function, Tolerance tolerance, int maxiter) {
        this.function = function;
        this.tolerance = tolerance;
        this.maxiter = maxiter;
    }

    private Root root(double x, int iterations, Ending ending) {
        return new Root(x, iterations, function.count(), ending);
    }

    private static boolean differInSign(Point one, Point other) {
        return one.f() < 0 != other.f() < 0;
    }

    Root bisect(Point low, Point high) {
        Point end = low;
        double length = high.x() - low.x();
        for (int i = 1; i <= maxiter; i++) {
            length /= 2;
            Point middle = Point.at(function, end.x() + length);
            if (Double.isNaN(middle.f())) {
                return root(middle.x(), i, Ending.NON_FINITE);
            }
            if (middle.f() == 0 || Math.abs(length) < tolerance.at(middle.x())) {
                return root(middle.x(), i, Ending.CONVERGED);
            }
            end = differInSign(middle, low) ? end : middle;
        }
        return root(end.x(), maxiter, Ending.MAX_ITERATIONS);
    }

    Root ridder(Point low, Point high) {
        Point a = low;
        Point b = high;
        for (int i = 1; i <= maxiter; i++) {
            double half = (b.x() - a.x()) / 2;
            Point middle = Point.at(function, a.x() + half);
            double root = Math.sqrt(middle.f() * middle.f() - a.f() * b.f());
            double shift = Math.signum(b.f() - a.f()) * half * middle.f() / root;
            double most = Math.abs(half) - tolerance.at(middle.x()) / 2;
            Point next = Point.at(function, middle.x() - Math.copySign(Math.min(Math.abs(shift), most), shift));
            if (Double.isNaN(next.f())) {
                return root(next.x(), i, Ending.NON_FINITE);
            }
            if (differInSign(next, middle)) {
                a = next;
                b = middle;
            } else if (differInSign(next, a)) {
                b = next;
            } else {
                a = next;
            }
            if (next.f() == 0 || Math.abs(b.x() - a.x()) < tolerance.at(next.x())) {
                return root(next.x(), i, Ending.CONVERGED);
            }
        }
        return root(a.x(), maxiter, Ending.MAX_ITERATIONS);
    }

    /** Keeps the root between the current point and the opposite one, on which the previous one lies or which it was. */
    Root brent(Point low, Point high) {
        Point previous = low;
        Point current = high;
        Point opposite = low;
        double before = high.x() - low.x();
        double step = before;
        for (int i = 1; i <= maxiter; i++) {
            if (previous.f() != 0 && differInSign(previous, current)) {
                opposite = previous;
                step = current.x() - previous.x();
                before = step;
            }
            if (Math.abs(opposite.f()) < Math.abs(current.f())) {
                previous = current;
                current = opposite;
                opposite = previous;
            }
            double near = tolerance.at(current.x()) / 2;
            double half = (opposite.x() - current.x()) / 2;
            if (current.f() == 0 || Math.abs(half) < near) {
                return root(current.x(), i, Ending.CONVERGED);
            }
            double trial = Math.abs(before) > near && Math.abs(current.f()) < Math.abs(previous.f())
                    ? interpolated(previous, current, opposite)
                    : Double.NaN;
            boolean good = 2 * Math.abs(trial) < Math.min(Math.abs(before), 3 * Math.abs(half) - near);
            before = good ? step : half;
            step = good ? trial : half;
            previous = current;
            double move = Math.abs(step) > near ? step : Math.copySign(near, half);
            current = Point.at(function, current.x() + move);
            if (Double.isNaN(current.f())) {
                return root(current.x(), i, Ending.NON_FINITE);
            }
        }
        return root(current.x(), maxiter, Ending.MAX_ITERATIONS);
    }

    /** The step from the current point to the root of a secant, or of the inverse parabola through three points. */
    private static double interpolated(Point previous, Point current, Point opposite) {
        if (previous.x() == opposite.x()) {
            return -current.f() * (current.x() - previous.x()) / (current.f() - previous.f());
        }
        double toPrevious = (previous.f() - current.f()) / (previous.x() - current.x());
        double toOpposite = (opposite.f() - current.f()) / (opposite.x() - current.x());
        return -current.f()
                * (opposite.f() * toOpposite - previous.f() * toPrevious)
                / (toOpposite * toPrevious * (opposite.f() - previous.f()));
    }
}
