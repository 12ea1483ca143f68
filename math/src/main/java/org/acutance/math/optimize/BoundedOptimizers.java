package org.acutance.math.optimize;

import java.util.List;
import java.util.function.BiFunction;
import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The entries of the catalogue that take bounds, the same for all elements. */
final class BoundedOptimizers {
    private static final Parameter<Double> FINE_GTOL =
            Optimizers.tolerance("gtol", "converged when no element of the projected gradient is larger", "1e-6");
    private static final Parameter<Double> GTOL =
            Optimizers.tolerance("gtol", "converged when no element of the projected gradient is larger", "1e-5");
    private static final Parameter<Integer> MANY = Optimizers.count("maxiter", "limit of iterations", "100000");

    private BoundedOptimizers() {}

    static Entry<Optimizer<?>> lbfgsB() {
        return new Entry<>(
                "l-bfgs-b",
                "limited-memory quasi-Newton method with bounds",
                List.of(
                        WrittenBounds.LOWER,
                        WrittenBounds.UPPER,
                        Optimizers.MAXCOR,
                        Optimizers.FTOL,
                        GTOL,
                        Optimizers.MAXITER,
                        Optimizers.MAXFUN,
                        Optimizers.MAXLS),
                a -> new LbfgsB(
                        WrittenBounds.of(a),
                        a.get(Optimizers.MAXCOR),
                        a.get(Optimizers.FTOL),
                        a.get(GTOL),
                        a.get(Optimizers.MAXITER),
                        a.get(Optimizers.MAXFUN),
                        a.get(Optimizers.MAXLS)));
    }

    static Entry<Optimizer<?>> tnc() {
        return new Entry<>(
                "tnc",
                "truncated Newton method with bounds; few iterations",
                List.of(
                        WrittenBounds.LOWER,
                        WrittenBounds.UPPER,
                        Optimizers.FTOL,
                        GTOL,
                        Optimizers.MAXITER,
                        Optimizers.MAXFUN),
                a -> new Tnc(
                        WrittenBounds.of(a),
                        a.get(Optimizers.FTOL),
                        a.get(GTOL),
                        a.get(Optimizers.MAXITER),
                        a.get(Optimizers.MAXFUN)));
    }

    static Entry<Optimizer<?>> projectedGradient() {
        return entry(
                "projected-gradient",
                "spectral projected gradient; little memory, one projection per iteration",
                (bounds, a) -> new ProjectedGradient(bounds, a.get(FINE_GTOL), a.get(MANY)));
    }

    static Entry<Optimizer<?>> proximalGradient() {
        return entry(
                "proximal-gradient",
                "spectral proximal gradient; little memory, with bounds or a function known by its proximal map",
                (bounds, a) -> new ProximalGradient(bounds, a.get(FINE_GTOL), a.get(MANY)));
    }

    static Entry<Optimizer<?>> fista() {
        return entry(
                "fista",
                "accelerated proximal gradient with restarts, with bounds or a function known by its proximal map",
                (bounds, a) -> new Fista(bounds, a.get(FINE_GTOL), a.get(MANY)));
    }

    private static Entry<Optimizer<?>> entry(
            String name, String help, BiFunction<Bounds, Arguments, Optimizer<?>> factory) {
        return new Entry<>(
                name,
                help,
                List.of(WrittenBounds.LOWER, WrittenBounds.UPPER, FINE_GTOL, MANY),
                a -> factory.apply(WrittenBounds.of(a), a));
    }
}
