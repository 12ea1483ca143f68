package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Optimizer;

/**
 * Minimises the loss by its derivatives.
 *
 * @param optimizer the method of minimisation
 */
record Differentiating(Optimizer<?> optimizer) implements Method {
    @Override
    public Optional<String> obstacle(Problem problem) {
        List<String> parts = problem.prior().notDifferentiable(problem.domain());
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of("prior " + String.join(", ", parts)
                        + " cannot be differentiated; use method auto or another prior");
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        Minimize<?> minimize = limits.on(Minimize.by(optimizer));
        return (start, watch) -> Solved.of(watch.on(minimize).run(problem.objective(), start.x()));
    }
}
