package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.State;

/**
 * Minimises the loss by its derivatives. Limits of the samples are not part of the loss but kept by the method of
 * minimisation, if it can keep any.
 *
 * @param optimizer the method of minimisation
 */
record Differentiating(Optimizer<?> optimizer) implements Method {
    /** The record of the loss, its gradient and a Hessian product, and the vectors of the optimiser. */
    private static final double ARRAYS = 60;

    @Override
    public Optional<String> obstacle(Problem problem) {
        Regulariser prior = problem.prior();
        List<String> kinked = prior.withoutBounds().notDifferentiable(problem.domain());
        if (!kinked.isEmpty()) {
            return Optional.of("prior " + String.join(", ", kinked)
                    + " cannot be differentiated; use method auto or another prior");
        }
        return keeps(prior.bounds())
                ? Optional.empty()
                : Optional.of("it cannot keep the limits of prior " + prior.names()
                        + "; use method auto, l-bfgs-b or projected-gradient");
    }

    private boolean keeps(Bounds bounds) {
        return bounds.isUnlimited() || optimizer.within(bounds).isPresent();
    }

    @Override
    public double arraysHeld(Problem problem) {
        return ARRAYS;
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        return solver(problem, limits, optimizer);
    }

    private static <S extends State> Solver solver(Problem problem, Limits limits, Optimizer<S> free) {
        Bounds bounds = problem.prior().bounds();
        Optimizer<S> kept = bounds.isUnlimited() ? free : free.within(bounds).orElseThrow();
        Objective loss = problem.with(problem.prior().withoutBounds()).objective();
        Minimize<S> minimize = limits.on(Minimize.by(kept));
        return (start, watch) -> Solved.of(watch.on(minimize).run(loss, start.x()));
    }
}
