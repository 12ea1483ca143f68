package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The entries of the catalogue that compute values only, no derivatives. */
final class DirectOptimizers {
    static final Parameter<OptionalLong> MAXITER = limit("maxiter", "limit of iterations");
    static final Parameter<OptionalLong> MAXFEV = limit("maxfev", "limit of evaluations");

    private DirectOptimizers() {}

    static Entry<Optimizer<?>> nelderMead() {
        Parameter<Double> xatol = Optimizers.tolerance(
                "xatol", "converged when no vertex differs from the best one by more, in units of x, and", "1e-4");
        Parameter<Double> fatol =
                Optimizers.tolerance("fatol", "no value is further than this above the best one", "1e-4");
        Parameter<Boolean> adaptive = Parameter.flag(
                "adaptive", "whether steps depend on the number of unknowns, better for more than a few", false);
        return new Entry<>(
                "nelder-mead",
                "a simplex that moves downhill; needs no derivatives, for few unknowns",
                List.of(WrittenBounds.LOWER, WrittenBounds.UPPER, xatol, fatol, MAXITER, MAXFEV, adaptive),
                a -> new NelderMead(
                        WrittenBounds.of(a), a.get(xatol), a.get(fatol), budget(a), a.get(adaptive), Optional.empty()));
    }

    static Entry<Optimizer<?>> powell() {
        Parameter<Double> xtol =
                Optimizers.tolerance("xtol", "hundredth of the relative tolerance of a search along a line", "1e-4");
        Parameter<Double> ftol =
                Optimizers.tolerance("ftol", "converged when the relative decrease is at most this", "1e-4");
        return new Entry<>(
                "powell",
                "searches along directions that become conjugate; needs no derivatives, for few unknowns",
                List.of(WrittenBounds.LOWER, WrittenBounds.UPPER, xtol, ftol, MAXITER, MAXFEV),
                a -> new Powell(WrittenBounds.of(a), a.get(xtol), a.get(ftol), budget(a), Optional.empty()));
    }

    static Budget budget(Arguments a) {
        return new Budget(a.get(MAXITER), a.get(MAXFEV));
    }

    private static Parameter<OptionalLong> limit(String name, String help) {
        return Parameter.limitOrAuto(name, help + "; auto is none if the other is given, or some hundreds per unknown");
    }
}
