package org.acutance.math.leastsquares;

import java.util.Arrays;

/** The linear model in variables that are measured by the distance to the bounds ahead (Coleman &amp; Li 1996). */
final class Scaled {
    private final Problem problem;
    private final Linearised at;
    private final double[] distance;
    private final double[] d;
    private final double[] diagonal;
    private final double[] gradient;
    private final double[][] jacobian;

    Scaled(Problem problem, Linearised at, double... scale) {
        this.problem = problem;
        this.at = at;
        int unknowns = scale.length;
        this.distance = new double[unknowns];
        this.d = new double[unknowns];
        this.diagonal = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            double slope = at.gradient()[i];
            double bound = slope < 0 ? problem.upper(i) : problem.lower(i);
            boolean ahead = slope != 0 && Double.isFinite(bound);
            distance[i] = ahead ? Math.abs(bound - at.x()[i]) : 1;
            d[i] = ahead ? Math.sqrt(distance[i] / scale[i]) * scale[i] : scale[i];
            diagonal[i] = ahead ? Math.abs(slope) * scale[i] : 0;
        }
        this.gradient = Dense.times(d, at.gradient());
        this.jacobian = Dense.columnsTimes(at.jacobian(), d);
    }

    Linearised at() {
        return at;
    }

    /** Distance to the bound that the gradient leads to; 1 if there is none. */
    double[] distance() {
        return distance;
    }

    /** Size of the scaled variables in units of x. */
    double[] d() {
        return d;
    }

    /** The decomposition of the Jacobian on top of the roots of the diagonal, with the residuals on top of zeros. */
    Svd svd() {
        int rows = at.f().length;
        int unknowns = d.length;
        double[][] both = Arrays.copyOf(jacobian, rows + unknowns);
        for (int i = 0; i < unknowns; i++) {
            both[rows + i] = new double[unknowns];
            both[rows + i][i] = Math.sqrt(diagonal[i]);
        }
        return Svd.of(both, unknowns, Arrays.copyOf(at.f(), rows + unknowns));
    }

    /** By how much the model changes along a scaled step. */
    double promised(double... hat) {
        return Parabola.along(jacobian, gradient, diagonal, new double[hat.length], hat)
                .at(1);
    }

    /** The step itself, or the best of it cut short, reflected at the bound, and the steepest descent. */
    double[] select(double[] hat, double radius, double stepBack) {
        double toBound = room(at.x(), hat);
        if (toBound >= 1) {
            return hat;
        }
        double[] cut = Dense.scaled(stepBack * toBound, hat);
        double[] reflected = reflected(Dense.scaled(toBound, hat), hat, toBound, radius, stepBack);
        double[] descent = descent(radius, stepBack);
        double[] best = promised(cut) < promised(descent) ? cut : descent;
        return reflected.length > 0 && promised(reflected) < promised(best) ? reflected : best;
    }

    private double[] reflected(double[] onBound, double[] hat, double toBound, double radius, double stepBack) {
        double[] direction = hat.clone();
        for (int i = 0; i < hat.length; i++) {
            direction[i] = room(at.x(), hat, i) == toBound ? -hat[i] : hat[i];
        }
        double[] x = Dense.plus(at.x(), 1, Dense.times(d, onBound));
        double toEdge = edge(onBound, direction, radius);
        double room = room(x, direction);
        double reach = Math.min(room, toEdge);
        double least = reach > 0 ? (1 - stepBack) * toBound / reach : 0;
        double most = reach > 0 ? reach == room ? stepBack * room : toEdge : -1;
        if (!(least <= most)) {
            return new double[0];
        }
        double stride =
                Parabola.along(jacobian, gradient, diagonal, onBound, direction).lowestBetween(least, most);
        return Dense.plus(onBound, stride, direction);
    }

    private double[] descent(double radius, double stepBack) {
        double[] down = Dense.scaled(-1, gradient);
        double toEdge = radius / Dense.norm(down);
        double toBound = room(at.x(), down);
        double most = toBound < toEdge ? stepBack * toBound : toEdge;
        double stride = Parabola.along(jacobian, gradient, diagonal, new double[down.length], down)
                .lowestBetween(0, most);
        return Dense.scaled(stride, down);
    }

    /** The multiple of a direction at which the region's edge is reached from within. */
    static double edge(double[] from, double[] direction, double radius) {
        double a = Dense.dot(direction, direction);
        double b = Dense.dot(from, direction);
        double c = Dense.dot(from, from) - radius * radius;
        double root = Math.sqrt(Math.max(0, b * b - a * c));
        return b > 0 ? -c / (b + root) : (root - b) / a;
    }

    private double room(double[] x, double... hat) {
        double room = Double.POSITIVE_INFINITY;
        for (int i = 0; i < hat.length; i++) {
            room = Math.min(room, room(x, hat, i));
        }
        return room;
    }

    private double room(double[] x, double[] hat, int element) {
        double step = d[element] * hat[element];
        double bound = step < 0 ? problem.lower(element) : problem.upper(element);
        return step == 0 ? Double.POSITIVE_INFINITY : (bound - x[element]) / step;
    }
}
