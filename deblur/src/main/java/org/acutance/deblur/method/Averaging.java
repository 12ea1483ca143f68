package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Admm;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Solution;

/**
 * The mean of two estimates, one with the priors that are not convex and one with the others, each with the limits. Where nobody
 * can tell which expectation suits a scene, their errors are different, and the mean is near the better of the two (the
 * simplest of model averages, Hansen 2007, "Least squares model averaging").
 *
 * @param bent finds the estimate with the priors that are not convex
 * @param convex finds the other one
 */
record Averaging(Method bent, Method convex) implements Method {
    /** The part of the convex estimate in the mean. */
    private static final double SHARE = 0.5;
    /** The first estimate. */
    private static final double ARRAYS = 1;

    @Override
    public Optional<String> obstacle(Problem problem) {
        List<Regulariser> priors = problem.prior().byConvexity();
        return priors.size() == 2
                ? bent.obstacle(problem.with(priors.get(0))).or(() -> convex.obstacle(problem.with(priors.get(1))))
                : Optional.of("it takes a prior that is convex beside one that is not, such as log-hessian+tv, but the"
                        + " prior is " + problem.prior().names());
    }

    @Override
    public boolean averages(Problem problem) {
        return true;
    }

    @Override
    public double arraysHeld(Problem problem) {
        return ARRAYS + Math.max(bent.arraysHeld(bent(problem)), convex.arraysHeld(convex(problem)));
    }

    @Override
    public Method settled(Problem problem, Solved solved) {
        return solved.state().orElse(null) instanceof Averaged averaged ? averaged.settled() : this;
    }

    private static Problem bent(Problem problem) {
        return problem.with(problem.prior().byConvexity().get(0));
    }

    private static Problem convex(Problem problem) {
        return problem.with(problem.prior().byConvexity().get(1));
    }

    @Override
    public OptionalInt length(Problem problem) {
        return OptionalInt.empty();
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        Solver first = bent.solver(bent(problem), limits);
        Solver second = convex.solver(convex(problem), limits);
        return (start, watch) -> {
            Solved sharp = first.solve(start, watch);
            if (watch.cancelled().getAsBoolean()) {
                return sharp;
            }
            Kept kept = new Kept(sharp.solution(), largest(sharp), bent.settled(bent(problem), sharp));
            return kept.averaged(second.solve(start, watch), problem, convex);
        };
    }

    /** What is kept of the first search during the second, whose arrays need the memory. */
    private record Kept(Solution solution, double residual, Method settled) {
        Solved averaged(Solved other, Problem problem, Method convex) {
            NdArray x = solution.x();
            NdArray mean = x.plusScaled(SHARE, other.solution().x().minus(x));
            Solution blend = solution.withX(mean);
            Solution ended = other.solution().success()
                    ? blend
                    : blend.withReason(other.solution().reason());
            Averaged state = new Averaged(
                    Iterate.valued(mean, solution.fun()),
                    Math.max(residual, largest(other)),
                    new Averaging(settled, convex.settled(convex(problem), other)));
            return new Solved(ended, Optional.of(state));
        }
    }

    private static double largest(Solved solved) {
        return solved.state().orElse(null) instanceof Admm.Splitting state
                ? Math.max(state.primalResidual(), state.dualResidual())
                : 0;
    }
}
