package org.acutance.math.optimize;

import java.util.List;
import java.util.OptionalLong;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The entries of the catalogue that are Newton's method in trust regions. */
final class TrustRegionOptimizers {
    private static final Parameter<Double> FIRST =
            length("initial_trust_radius", "radius of the first region, in units of x", "1");
    private static final Parameter<Double> MOST =
            length("max_trust_radius", "radius of the largest region, in units of x", "1e10");
    private static final Parameter<Double> ETA =
            Parameter.number("eta", "share of the promised decrease that a step must bring", 0, 0.25, "0.15");
    private static final Parameter<Double> GTOL =
            Optimizers.tolerance("gtol", "converged when the Euclidean norm of the gradient is at most this", "1e-4");

    private TrustRegionOptimizers() {}

    static Entry<Optimizer<?>> conjugateGradients() {
        Parameter<OptionalLong> maxiter = Optimizers.AUTO_MAXITER;
        return new Entry<>(
                "trust-ncg",
                "Newton's method in trust regions by conjugate gradients; safe where curvature is negative",
                List.of(FIRST, MOST, ETA, GTOL, maxiter, Optimizers.PRECONDITIONER),
                a -> new TrustRegion(
                        TrustRegion.Model.CONJUGATE_GRADIENTS,
                        a.get(FIRST),
                        a.get(MOST),
                        a.get(ETA),
                        a.get(GTOL),
                        a.get(maxiter),
                        a.get(Optimizers.PRECONDITIONER)));
    }

    static Entry<Optimizer<?>> krylov() {
        return entry(
                "trust-krylov",
                "Newton's method in trust regions by Lanczos vectors; fewer iterations, more memory",
                TrustRegion.Model.KRYLOV);
    }

    static Entry<Optimizer<?>> exact() {
        return entry(
                "trust-exact",
                "Newton's method in trust regions solved exactly, in any units of the unknowns; few unknowns",
                TrustRegion.Model.EXACT);
    }

    static Entry<Optimizer<?>> dogleg() {
        return entry(
                "dogleg",
                "Newton's method in trust regions by Powell's dogleg, in any units of the unknowns; few unknowns",
                TrustRegion.Model.DOGLEG);
    }

    private static Entry<Optimizer<?>> entry(String name, String help, TrustRegion.Model model) {
        Parameter<OptionalLong> maxiter = Optimizers.AUTO_MAXITER;
        return new Entry<>(
                name,
                help,
                List.of(FIRST, MOST, ETA, GTOL, maxiter),
                a -> new TrustRegion(
                        model,
                        a.get(FIRST),
                        a.get(MOST),
                        a.get(ETA),
                        a.get(GTOL),
                        a.get(maxiter),
                        FoundPreconditioner.NONE));
    }

    private static Parameter<Double> length(String name, String help, String fallback) {
        return Parameter.number(name, help, Double.MIN_VALUE, Double.MAX_VALUE, fallback);
    }
}
