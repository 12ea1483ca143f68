package org.acutance.math.leastsquares;

import java.util.Optional;

/**
 * Trust regions in variables that shrink towards the bounds, with steps that are reflected there (Branch, Coleman &amp; Li,
 * SIAM Journal on Scientific Computing 21, 1999; Coleman &amp; Li, SIAM Journal on Optimization 6, 1996). Points stay
 * strictly within the bounds.
 */
final class Reflective {
    private static final double PRECISION = 0.01;
    private static final double LEAST_STEP_BACK = 0.995;

    private final Problem problem;
    private double radius;
    private double damping;

    Reflective(Problem problem) {
        this.problem = problem;
    }

    Fit fit(Linearised first) {
        Linearised at = first;
        double[] scale = problem.scale(at, Optional.empty());
        Scaled start = new Scaled(problem, at, scale);
        radius = Dense.norm(Dense.times(at.x(), Dense.inverse(start.d())));
        radius = radius == 0 ? 1 : radius;
        Optional<Status> status = Optional.empty();
        while (true) {
            Scaled model = new Scaled(problem, at, scale);
            double[] optimality = Dense.times(at.gradient(), model.distance());
            if (Dense.maxAbs(optimality) < problem.how().gtol()) {
                return problem.fit(at, optimality, Status.GRADIENT_SMALL);
            }
            if (status.isPresent() || problem.isExhausted(at.x().length)) {
                return problem.fit(at, optimality, status.orElse(Status.MAX_EVALUATIONS));
            }
            Region.Outcome outcome = lower(model, Math.max(LEAST_STEP_BACK, 1 - Dense.maxAbs(optimality)));
            status = outcome.status();
            if (outcome.lower().isPresent()) {
                at = outcome.lower().get();
                scale = problem.scale(at, Optional.of(scale));
                status = at.isFinite() ? status : Optional.of(Status.NON_FINITE);
            }
        }
    }

    private Region.Outcome lower(Scaled model, double stepBack) {
        Linearised at = model.at();
        Svd svd = model.svd();
        boolean isFullRank =
                at.f().length >= at.x().length && svd.smallest() > Math.ulp(1d) * at.f().length * svd.largest();
        boolean metNonFinite = false;
        while (!problem.isExhausted(at.x().length)) {
            DampedStep damped = DampedStep.within(radius, svd, isFullRank, damping, PRECISION)
                    .ofLength(radius);
            damping = damped.damping();
            double[] hat = model.select(damped.step(), radius, stepBack);
            double[] step = Dense.times(model.d(), hat);
            double[] x = problem.strictlyWithin(Dense.plus(at.x(), 1, step), 0);
            double[] residuals = problem.residuals(x);
            double cost = problem.cost(residuals);
            double length = Dense.norm(hat);
            if (!Double.isFinite(cost)) {
                radius = 0.25 * length;
                metNonFinite = true;
                continue;
            }
            double decrease = at.cost() - cost;
            Region region = Region.after(radius, decrease, -model.promised(hat), length, length > 0.95 * radius);
            Optional<Status> status =
                    problem.ending(decrease, at.cost(), Dense.norm(step), Dense.norm(at.x()), region.ratio());
            if (status.isEmpty()) {
                damping *= radius / region.radius();
                radius = region.radius();
            }
            if (decrease > 0) {
                return new Region.Outcome(Optional.of(problem.linearised(x, residuals)), status);
            }
            if (status.isPresent()) {
                return new Region.Outcome(Optional.empty(), metNonFinite ? Optional.of(Status.NON_FINITE) : status);
            }
        }
        return new Region.Outcome(Optional.empty(), Optional.empty());
    }
}
