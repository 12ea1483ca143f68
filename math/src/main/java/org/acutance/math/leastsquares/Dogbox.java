package org.acutance.math.leastsquares;

import java.util.Arrays;
import java.util.Optional;

/**
 * Powell's dogleg within the intersection of the bounds and a box that is the trust region (Voglis &amp; Lagaris, A
 * Rectangular Trust Region Dogleg Approach, 2004). Elements that the gradient holds at a bound are left out of a step.
 */
final class Dogbox {
    private final Problem problem;
    private double radius;

    Dogbox(Problem problem) {
        this.problem = problem;
    }

    Fit fit(Linearised first) {
        Linearised at = first;
        double[] scale = problem.scale(at, Optional.empty());
        radius = Dense.maxAbs(Dense.times(at.x(), Dense.inverse(scale)));
        radius = radius == 0 ? 1 : radius;
        Optional<Status> status = Optional.empty();
        while (true) {
            double[] free = free(at);
            double[] gradient = Dense.times(free, at.gradient());
            if (Dense.maxAbs(gradient) < problem.how().gtol()) {
                return problem.fit(at, gradient, Status.GRADIENT_SMALL);
            }
            if (status.isPresent() || problem.isExhausted(at.x().length)) {
                return problem.fit(at, gradient, status.orElse(Status.MAX_EVALUATIONS));
            }
            Region.Outcome outcome = lower(at, free, gradient, scale);
            status = outcome.status();
            if (outcome.lower().isPresent()) {
                at = outcome.lower().get();
                scale = problem.scale(at, Optional.of(scale));
                status = at.isFinite() ? status : Optional.of(Status.NON_FINITE);
            }
        }
    }

    /** 1 for every element that may move, 0 for those that the gradient holds at a bound. */
    private double[] free(Linearised at) {
        double[] free = new double[at.x().length];
        for (int i = 0; i < free.length; i++) {
            double slope = at.gradient()[i];
            boolean held = (at.x()[i] == problem.lower(i) && slope > 0) || (at.x()[i] == problem.upper(i) && slope < 0);
            free[i] = held ? 0 : 1;
        }
        return free;
    }

    private Region.Outcome lower(Linearised at, double[] free, double[] gradient, double... scale) {
        double[][] jacobian = Dense.columnsTimes(at.jacobian(), free);
        double[] none = new double[free.length];
        double[] newton = newton(jacobian, at.f());
        Parabola descent = Parabola.along(jacobian, gradient, none, none, Dense.scaled(-1, gradient));
        boolean metNonFinite = false;
        while (!problem.isExhausted(at.x().length)) {
            Box box = box(at.x(), Dense.scaled(radius, Dense.times(scale, free)));
            double[] step = box.dogleg(newton, gradient, descent);
            double[] x = box.landed(step);
            double[] residuals = problem.residuals(x);
            double cost = problem.cost(residuals);
            double length = Dense.maxAbs(Dense.times(step, Dense.inverse(scale)));
            if (!Double.isFinite(cost)) {
                radius = 0.25 * length;
                metNonFinite = true;
                continue;
            }
            double decrease = at.cost() - cost;
            double promised =
                    -Parabola.along(jacobian, gradient, none, none, step).at(1);
            Region region = Region.after(radius, decrease, promised, length, box.isAtEdge(step));
            radius = region.radius();
            Optional<Status> status =
                    problem.ending(decrease, at.cost(), Dense.norm(step), Dense.norm(at.x()), region.ratio());
            if (decrease > 0) {
                return new Region.Outcome(Optional.of(problem.linearised(x, residuals)), status);
            }
            if (status.isPresent()) {
                return new Region.Outcome(Optional.empty(), metNonFinite ? Optional.of(Status.NON_FINITE) : status);
            }
        }
        return new Region.Outcome(Optional.empty(), Optional.empty());
    }

    /** The shortest step to the linear model's minimum. */
    private static double[] newton(double[][] jacobian, double... f) {
        Svd svd = Svd.of(jacobian, jacobian[0].length, f);
        double[] components = new double[svd.size()];
        double least = Math.ulp(1d) * svd.largest();
        Arrays.setAll(components, i -> svd.value(i) > least ? -svd.along(i) / svd.value(i) : 0);
        return svd.combined(components);
    }

    private Box box(double[] x, double... reach) {
        double[] lower = new double[x.length];
        double[] upper = new double[x.length];
        Arrays.setAll(lower, problem::lower);
        Arrays.setAll(upper, problem::upper);
        return new Box(x, lower, upper, reach);
    }
}
