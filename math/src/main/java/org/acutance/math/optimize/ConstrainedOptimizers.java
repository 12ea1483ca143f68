package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The entries of the catalogue that take constraints; these and bounds are given to {@link Minimize}. */
final class ConstrainedOptimizers {
    private ConstrainedOptimizers() {}

    private static final Parameter<Double> EPS = Parameter.number(
            "eps",
            "step of differences where a constraint has no Jacobian, in units of x",
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            "1.4901161193847656e-8");

    static Entry<Optimizer<?>> slsqp() {
        Parameter<Double> ftol = Optimizers.tolerance(
                "ftol", "converged when no larger decrease is promised and violations add up to at most this", "1e-6");
        return new Entry<>(
                "slsqp",
                "sequential quadratic programming with bounds and constraints; few unknowns",
                List.of(ftol, Optimizers.AUTO_MAXITER, EPS),
                a -> new Slsqp(Bounds.NONE, List.of(), a.get(ftol), a.get(Optimizers.AUTO_MAXITER), a.get(EPS)));
    }

    static Entry<Optimizer<?>> cobyla() {
        Parameter<Double> rhobeg =
                length("rhobeg", "first distance of the points, in units of x, at most half of that of bounds", "1");
        Parameter<Double> tol = Optimizers.tolerance("tol", "their last distance, in units of x, and", "1e-4");
        Parameter<Double> catol = Optimizers.tolerance(
                "catol",
                "how far a constraint may be violated; while it is by more, points come nearer still",
                "1.4901161193847656e-8");
        Parameter<Integer> maxiter = Optimizers.count("maxiter", "limit of evaluations", "1000");
        return new Entry<>(
                "cobyla",
                "linear models on a simplex with bounds and constraints; needs no derivatives, for few unknowns",
                List.of(rhobeg, tol, catol, maxiter),
                a -> new Cobyla(Bounds.NONE, List.of(), a.get(rhobeg), a.get(tol), a.get(catol), a.get(maxiter)));
    }

    static Entry<Optimizer<?>> cobyqa() {
        Parameter<Double> first = length(
                "initial_tr_radius",
                "first distance of the points, in units of x, at most half of that of bounds",
                "1");
        Parameter<Double> last =
                Optimizers.tolerance("final_tr_radius", "their last distance, in units of x, and", "1e-6");
        Parameter<Double> feasible = Optimizers.tolerance(
                "feasibility_tol",
                "how far a constraint may be violated; while it is by more, points come nearer still",
                "1e-8");
        return new Entry<>(
                "cobyqa",
                "quadratic models through points with bounds and constraints; needs no derivatives, for few unknowns",
                List.of(first, last, feasible, DirectOptimizers.MAXITER, DirectOptimizers.MAXFEV),
                a -> new Cobyqa(
                        Bounds.NONE,
                        List.of(),
                        a.get(first),
                        a.get(last),
                        a.get(feasible),
                        DirectOptimizers.budget(a)));
    }

    static Entry<Optimizer<?>> trustConstr() {
        Parameter<Double> gtol = Optimizers.tolerance(
                "gtol", "converged when no element of the Lagrangian's gradient and no violation is larger", "1e-8");
        Parameter<Double> xtol = Optimizers.tolerance("xtol", "ended when the radius is below this", "1e-8");
        Parameter<Double> barrierTol =
                Optimizers.tolerance("barrier_tol", "both only when the barrier is not above this", "1e-8");
        Parameter<Double> radius = length("initial_tr_radius", "first radius of the region, in units of x", "1");
        Parameter<Double> penalty =
                length("initial_constr_penalty", "first weight of violations where points are compared", "1");
        Parameter<Double> barrier = length("initial_barrier_parameter", "first barrier", "0.1");
        Parameter<Double> tolerance =
                length("initial_barrier_tolerance", "how well the problem with the first barrier is solved", "0.1");
        Parameter<Integer> maxiter = Optimizers.count("maxiter", "limit of iterations", "1000");
        Parameter<SecondDerivatives> hessian = new Parameter<>(
                "hessian",
                "second derivatives: exact where objective and constraints know them, else and with bfgs by updates",
                "exact or bfgs",
                SecondDerivatives::parse,
                Optional.of(SecondDerivatives.EXACT.written()));
        return new Entry<>(
                "trust-constr",
                "trust regions with bounds and constraints by an interior point; few unknowns",
                List.of(gtol, xtol, barrierTol, radius, penalty, barrier, tolerance, maxiter, EPS, hessian),
                a -> new TrustConstr(
                        Bounds.NONE,
                        List.of(),
                        a.get(gtol),
                        a.get(xtol),
                        a.get(barrierTol),
                        a.get(radius),
                        a.get(penalty),
                        a.get(barrier),
                        a.get(tolerance),
                        a.get(maxiter),
                        a.get(EPS),
                        a.get(hessian)));
    }

    private static Parameter<Double> length(String name, String help, String fallback) {
        return Parameter.number(name, help, Double.MIN_VALUE, Double.MAX_VALUE, fallback);
    }
}
