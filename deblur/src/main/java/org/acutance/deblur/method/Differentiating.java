package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.State;

/**
 * Minimises the loss by its derivatives. Limits of the samples are not part of the loss but kept by the method of
 * minimisation, if it can keep any; so is one prior that has kinks, if the method knows what to do with its proximal map.
 *
 * @param optimizer the method of minimisation
 */
record Differentiating(Optimizer<?> optimizer) implements Method {
    /** The record of the loss, its gradient and a Hessian product, and the vectors of the optimiser. */
    private static final double ARRAYS = 60;

    @Override
    public Optional<String> obstacle(Problem problem) {
        Regulariser prior = problem.prior();
        if (!prior.denoising().isEmpty()) {
            return Optional.of("prior " + prior.names() + " has a denoiser, which cannot be differentiated; use method"
                    + " auto or another prior");
        }
        List<String> kinked = prior.withoutBounds().notDifferentiable(problem.domain());
        if (!kinked.isEmpty() && takes(problem).isEmpty()) {
            return Optional.of("prior " + String.join(", ", kinked) + " cannot be differentiated" + proximal()
                    + "; use method auto, admm or primal-dual, or another prior");
        }
        if (!kinked.isEmpty() && !prior.bounds().isUnlimited()) {
            return Optional.of("it takes limits or the kinks of prior " + String.join(", ", kinked)
                    + ", not both; use method auto, admm or primal-dual");
        }
        return keeps(prior.bounds())
                ? Optional.empty()
                : Optional.of("it cannot keep the limits of prior " + prior.names()
                        + "; use method auto, l-bfgs-b or projected-gradient");
    }

    /** This method of minimisation with the one prior that has kinks. */
    private Optional<? extends Optimizer<?>> takes(Problem problem) {
        return problem.prior().withoutBounds().kink(problem.domain()).flatMap(optimizer::adding);
    }

    /** What such a prior would have to be for the methods that take one. */
    private String proximal() {
        return optimizer.adding(Proximal.zero()).isPresent()
                ? ", and is no single function of the image, or of an orthogonal map of it, with a proximal map"
                : "";
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
        Regulariser prior = problem.prior().withoutBounds();
        Optimizer<S> kept = bounds.isUnlimited() ? free : free.within(bounds).orElseThrow();
        Optimizer<S> whole = prior.kink(problem.domain()).flatMap(kept::adding).orElse(kept);
        Objective loss = problem.with(prior.withoutKinks(problem.domain())).objective();
        Minimize<S> minimize = limits.on(Minimize.by(whole));
        return (start, watch) -> Solved.of(watch.on(minimize).run(loss, start.x()));
    }
}
