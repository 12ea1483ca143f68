package org.acutance.math.optimize;

import java.util.List;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The entries of the catalogue that take constraints; these and bounds are given to {@link Minimize}. */
final class ConstrainedOptimizers {
    private ConstrainedOptimizers() {}

    static Entry<Optimizer<?>> slsqp() {
        Parameter<Double> ftol = Optimizers.tolerance(
                "ftol", "converged when no larger decrease is promised and violations add up to at most this", "1e-6");
        Parameter<Double> eps = Parameter.number(
                "eps",
                "step of differences where a constraint has no Jacobian, in units of x",
                Double.MIN_VALUE,
                Double.MAX_VALUE,
                "1.4901161193847656e-8");
        return new Entry<>(
                "slsqp",
                "sequential quadratic programming with bounds and constraints; few unknowns",
                List.of(ftol, Optimizers.AUTO_MAXITER, eps),
                a -> new Slsqp(Bounds.NONE, List.of(), a.get(ftol), a.get(Optimizers.AUTO_MAXITER), a.get(eps)));
    }
}
