package org.acutance.math.optimize;

import java.util.OptionalLong;

/**
 * How long SciPy's methods without derivatives go on: a limit that is not given is none if the other is, and else so
 * many times the number of unknowns.
 *
 * @param maxiter limit of iterations
 * @param maxfev limit of evaluations
 */
public record Budget(OptionalLong maxiter, OptionalLong maxfev) {
    /** Neither is given. */
    public static final Budget AUTO = new Budget(OptionalLong.empty(), OptionalLong.empty());

    StopRule rule(long whereNeitherIsGiven) {
        boolean neither = maxiter.isEmpty() && maxfev.isEmpty();
        long otherwise = neither ? whereNeitherIsGiven : Long.MAX_VALUE;
        return StopRule.maxEvaluations(maxfev.orElse(otherwise)).or(StopRule.maxIterations(maxiter.orElse(otherwise)));
    }
}
