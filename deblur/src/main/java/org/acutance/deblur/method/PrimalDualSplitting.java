package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.PrimalDual;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * The primal-dual method: the data term by its derivatives, the priors by their proximal maps. It solves no equations, so
 * that any boundary will do.
 *
 * @param tolerance relative tolerance of the residuals
 * @param maxiter limit of iterations
 */
record PrimalDualSplitting(double tolerance, int maxiter) implements Method {
    /** The record of the data term, its gradient, and the vectors of the iteration. */
    private static final double PLAIN_ARRAYS = 24;

    /** Dual variable, mapped estimate, and what the step computes from them. */
    private static final double ARRAYS_PER_RANGE = 8;

    @Override
    public Optional<String> obstacle(Problem problem) {
        return problem.prior().terms(problem.domain()).isEmpty()
                ? Optional.of("prior " + problem.prior().names() + " has no proximal map; use method auto")
                : Optional.empty();
    }

    @Override
    public double arraysHeld(Problem problem) {
        return PLAIN_ARRAYS + ARRAYS_PER_RANGE * Splitting.ranges(problem);
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        Bounds bounds = problem.prior().bounds();
        List<Term> terms =
                problem.prior().withoutBounds().terms(problem.domain()).orElseThrow();
        PrimalDual method = PrimalDual.of(bounds.isUnlimited() ? Proximal.zero() : bounds, terms)
                .withTolerances(0, tolerance)
                .withMaxiter(maxiter);
        Objective data = Objective.differentiated(
                (Tensor x) -> problem.data().distance(problem.formation().predict(x)));
        return (start, watch) ->
                Solved.of(watch.on(limits.on(Minimize.by(method))).run(data, start.x()));
    }
}
