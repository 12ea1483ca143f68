package org.acutance.deblur.weight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * The corner of the curve of the prior's logarithm over that of the misfit: where from on less misfit costs much more
 * penalty (Hansen &amp; O'Leary 1993, "The use of the L-curve in the regularization of discrete ill-posed problems"). The
 * corner is the point with the smallest circle through it and its neighbours (Cultrera &amp; Callegaro 2020, "A simple
 * algorithm to find the L-curve corner").
 */
record LCurve() implements WeightRule {
    private static final double FACTOR = 2.5;
    private static final int MOST_STEPS = 14;
    /** Beyond this share of the samples that are followed, there is no corner any more. */
    private static final double MOST_FOLLOWED = 0.8;

    private record Point(Fit fit, double misfit, double penalty) {
        static Point of(Fit fit) {
            return new Point(
                    fit,
                    Math.log(Math.max(fit.misfit(), Double.MIN_NORMAL)),
                    2 / fit.degree() * Math.log(Math.max(fit.penalty(), Double.MIN_NORMAL)));
        }
    }

    @Override
    public boolean needsNoise() {
        return false;
    }

    @Override
    public Found find(DoubleFunction<Fit> rough, DoubleFunction<Fit> close, double first) {
        List<Point> points = new ArrayList<>();
        double weight = first;
        boolean ended = false;
        for (int step = 0; step < MOST_STEPS && !ended; step++) {
            Fit fit = rough.apply(weight);
            points.add(Point.of(fit));
            ended = fit.freedom() > MOST_FOLLOWED * fit.samples();
            weight /= FACTOR;
        }
        double corner = corner(points);
        return new Found(corner, close.apply(corner));
    }

    /** The weight of the corner; the first if there is no bend to the right side. */
    private static double corner(List<Point> points) {
        double most = 0;
        double weight = points.get(0).fit().weight();
        for (int i = 1; i + 1 < points.size(); i++) {
            double curvature = curvature(points.get(i - 1), points.get(i), points.get(i + 1));
            if (curvature > most) {
                most = curvature;
                weight = points.get(i).fit().weight();
            }
        }
        return weight;
    }

    /** The inverse radius of the circle through three points, positive where the curve bends as an L does. */
    private static double curvature(Point a, Point b, Point c) {
        double area = (b.misfit() - a.misfit()) * (c.penalty() - a.penalty())
                - (c.misfit() - a.misfit()) * (b.penalty() - a.penalty());
        double sides = distance(a, b) * distance(b, c) * distance(c, a);
        return sides > 0 ? -2 * area / sides : 0;
    }

    private static double distance(Point a, Point b) {
        return Math.hypot(a.misfit() - b.misfit(), a.penalty() - b.penalty());
    }
}
