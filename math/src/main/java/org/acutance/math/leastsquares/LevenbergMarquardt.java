package org.acutance.math.leastsquares;

import java.util.Optional;

/**
 * The method of Levenberg and Marquardt in MINPACK's form, with regions that are measured by the largest norms of the
 * Jacobian's columns so far (Moré, The Levenberg-Marquardt algorithm: implementation and theory, 1978).
 */
final class LevenbergMarquardt {
    private static final double FACTOR = 100;
    private static final double PRECISION = 0.1;
    private static final double ACCEPTED = 1e-4;

    private final Problem problem;
    private double radius;
    private double damping;
    private boolean isFirst = true;

    LevenbergMarquardt(Problem problem) {
        this.problem = problem;
    }

    Fit fit(Linearised first) {
        Linearised at = first;
        double[] scale = problem.scale(at, Optional.empty());
        double size = size(at, scale);
        radius = size == 0 ? FACTOR : FACTOR * size;
        while (true) {
            if (cosine(at) <= problem.how().gtol()) {
                return problem.fit(at, at.gradient(), Status.GRADIENT_SMALL);
            }
            Region.Outcome outcome = lower(at, scale);
            if (outcome.lower().isPresent()) {
                at = outcome.lower().get();
                scale = problem.scale(at, Optional.of(scale));
            }
            Optional<Status> status = at.isFinite() ? outcome.status() : Optional.of(Status.NON_FINITE);
            if (status.isPresent()) {
                return problem.fit(at, at.gradient(), status.get());
            }
        }
    }

    private static double size(Linearised at, double... scale) {
        return Dense.norm(Dense.times(at.x(), Dense.inverse(scale)));
    }

    /** The largest cosine of the angle between the residuals and a column of the Jacobian. */
    private static double cosine(Linearised at) {
        double length = Dense.norm(at.f());
        double[] norms = Dense.columnNorms(at.jacobian(), at.x().length);
        double most = 0;
        for (int i = 0; i < norms.length; i++) {
            double slope = Math.abs(at.gradient()[i]);
            most = slope == 0 ? most : Math.max(most, slope / norms[i] / length);
        }
        return most;
    }

    private Region.Outcome lower(Linearised at, double... scale) {
        Svd svd = Svd.of(Dense.columnsTimes(at.jacobian(), scale), at.x().length, at.f());
        boolean isFullRank = svd.smallest() > Math.ulp(1d) * svd.largest();
        double squares = 2 * at.cost();
        boolean metNonFinite = false;
        while (true) {
            DampedStep damped = DampedStep.within(radius, svd, isFullRank, damping, PRECISION);
            damping = damped.damping();
            double[] step = Dense.times(scale, damped.step());
            double length = Dense.norm(damped.step());
            radius = isFirst ? Math.min(radius, length) : radius;
            isFirst = false;
            double[] x = Dense.plus(at.x(), 1, step);
            double[] residuals = problem.residuals(x);
            double cost = problem.cost(residuals);
            double actual = cost < 100 * at.cost() ? 1 - cost / at.cost() : -1;
            double[] image = Dense.product(at.jacobian(), step);
            double linear = Dense.dot(image, image) / squares;
            double damped2 = damping * length * length / squares;
            double promised = linear + 2 * damped2;
            double ratio = promised == 0 ? 0 : actual / promised;
            resize(actual, ratio, linear + damped2, length);
            Optional<Linearised> next =
                    ratio >= ACCEPTED ? Optional.of(problem.linearised(x, residuals)) : Optional.empty();
            Optional<Status> status = ending(actual, promised, ratio, size(next.orElse(at), scale), at.x().length);
            if (next.isPresent()) {
                return new Region.Outcome(next, status);
            }
            metNonFinite |= !Double.isFinite(cost);
            if (status.isPresent()) {
                return new Region.Outcome(next, metNonFinite ? Optional.of(Status.NON_FINITE) : status);
            }
        }
    }

    /** The region and the damping after a trial. */
    private void resize(double actual, double ratio, double slope, double length) {
        if (ratio <= 0.25) {
            double factor = actual >= 0 ? 0.5 : 0.5 * slope / (slope - 0.5 * actual);
            double share = actual == -1 ? 0.1 : Math.max(factor, 0.1);
            radius = share * Math.min(radius, 10 * length);
            damping /= share;
        } else if (damping == 0 || ratio >= 0.75) {
            radius = 2 * length;
            damping /= 2;
        }
    }

    private Optional<Status> ending(double actual, double promised, double ratio, double size, int unknowns) {
        LeastSquares how = problem.how();
        boolean cheap = Math.abs(actual) <= how.ftol() && promised <= how.ftol() && ratio <= 2;
        boolean near = radius <= how.xtol() * size;
        if (cheap || near) {
            return Optional.of(
                    cheap && near ? Status.DECREASE_AND_STEP_SMALL : cheap ? Status.DECREASE_SMALL : Status.STEP_SMALL);
        }
        return problem.isExhausted(unknowns) ? Optional.of(Status.MAX_EVALUATIONS) : Optional.empty();
    }
}
