package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import org.acutance.math.autodiff.Tensor;
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
    @Override
    public Optional<String> obstacle(Problem problem) {
        return problem.prior().terms(problem.domain()).isEmpty()
                ? Optional.of("prior " + problem.prior().names() + " has no proximal map; use method auto")
                : Optional.empty();
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        List<Term> terms = problem.prior().terms(problem.domain()).orElseThrow();
        PrimalDual method = PrimalDual.of(Proximal.zero(), terms)
                .withTolerances(0, tolerance)
                .withMaxiter(maxiter);
        Objective data = Objective.differentiated(
                (Tensor x) -> problem.data().distance(problem.formation().predict(x)));
        return (start, watch) ->
                Solved.of(watch.on(limits.on(Minimize.by(method))).run(data, start.x()));
    }
}
