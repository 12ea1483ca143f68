package org.acutance.deblur.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.PrimalDual;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * The primal-dual method: data and priors by their proximal maps, those that have none by their derivatives, so that any sum
 * of them will do. It solves no equations, so that any boundary will do.
 *
 * @param tolerance relative tolerance of the residuals
 * @param maxiter limit of iterations
 */
record PrimalDualSplitting(double tolerance, int maxiter) implements Method {
    /** The record of the smooth part, its gradient, and the vectors of the iteration. */
    private static final double PLAIN_ARRAYS = 24;

    /** Dual variable, mapped estimate, and what the step computes from them. */
    private static final double ARRAYS_PER_RANGE = 8;

    @Override
    public Optional<String> obstacle(Problem problem) {
        List<String> unusable = smooth(problem).notDifferentiable(problem.domain());
        return unusable.isEmpty()
                ? Optional.empty()
                : Optional.of("prior " + String.join(", ", unusable)
                        + " has neither a proximal map nor derivatives; use method auto");
    }

    private static Regulariser smooth(Problem problem) {
        return problem.prior().withoutTerms(problem.domain());
    }

    private static Regulariser proximal(Problem problem) {
        return problem.prior().withTerms(problem.domain());
    }

    @Override
    public double arraysHeld(Problem problem) {
        return PLAIN_ARRAYS + ARRAYS_PER_RANGE * (1 + Splitting.ranges(proximal(problem), problem.domain()));
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        Bounds bounds = problem.prior().bounds();
        boolean byProximalMap = problem.data().proximal().isPresent();
        List<Term> terms = new ArrayList<>();
        if (byProximalMap) {
            terms.add(Splitting.data(problem));
        }
        terms.addAll(proximal(problem).withoutBounds().terms(problem.domain()).orElseThrow());
        PrimalDual method = PrimalDual.of(bounds.isUnlimited() ? Proximal.zero() : bounds, terms)
                .withPenalties(byProximalMap ? Splitting.firstPenalties(problem, terms.size()) : List.of())
                .withTolerances(0, tolerance)
                .withMaxiter(maxiter);
        Objective rest = rest(problem, byProximalMap);
        return (start, watch) ->
                Solved.of(watch.on(limits.on(Minimize.by(method))).run(rest, start.x()));
    }

    /** What has no proximal map. */
    private static Objective rest(Problem problem, boolean withoutData) {
        UnaryOperator<Tensor> penalty = smooth(problem).penalty(problem.domain());
        if (!withoutData) {
            return Objective.differentiated(
                    x -> problem.data().distance(problem.formation().predict(x)).plus(penalty.apply(x)));
        }
        return smooth(problem).parts().isEmpty() ? Objective.zero() : Objective.differentiated(penalty);
    }
}
