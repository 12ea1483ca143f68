package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The methods of minimisation, with SciPy's names for options and SciPy's defaults where it has the method. */
public final class Optimizers {
    private static final Parameter<Double> XTOL =
            tolerance("xtol", "converged when the mean absolute change of an element is at most this", "1e-5");
    static final Parameter<Double> GTOL =
            tolerance("gtol", "converged when no element of the gradient is larger", "1e-5");
    static final Parameter<Integer> MAXCOR = count("maxcor", "number of steps that are remembered", "10");
    static final Parameter<Double> FTOL =
            tolerance("ftol", "converged when the relative decrease is at most this", "2.220446049250313e-9");
    static final Parameter<Integer> MAXITER = count("maxiter", "limit of iterations", "15000");
    static final Parameter<Integer> MAXFUN = count("maxfun", "limit of evaluations", "15000");
    static final Parameter<Integer> MAXLS = count("maxls", "limit of evaluations in one line search", "20");
    static final Parameter<OptionalLong> AUTO_MAXITER =
            Parameter.limitOrAuto("maxiter", "limit of iterations; auto is 200 per unknown");
    private static final Parameter<Norm> NORM = new Parameter<>(
            "norm", "norm of the gradient for gtol: 1, 2 or inf", "1, 2 or inf", Norm::parse, Optional.of("inf"));
    private static final Parameter<Double> NORMED_GTOL =
            tolerance("gtol", "converged when the norm of the gradient is at most this", "1e-5");
    static final Parameter<FoundPreconditioner> PRECONDITIONER = Parameter.choice(
            "preconditioner",
            "of the conjugate gradients, found by one Hessian product at each point; for pictures",
            FoundPreconditioner.class,
            "none");
    private static final Parameter<Double> C1 =
            Parameter.number("c1", "share of the promised decrease that a step must reach", 0, 1, "1e-4");

    /** The methods whose memory grows as the number of unknowns, so that there may be millions. */
    public static final Catalogue<Optimizer<?>> FOR_MANY_UNKNOWNS = new Catalogue<>(
            "method",
            List.of(
                    newtonCg(),
                    lbfgs(),
                    conjugateGradient(),
                    TrustRegionOptimizers.conjugateGradients(),
                    TrustRegionOptimizers.krylov(),
                    gradientDescent(),
                    MomentOptimizers.adam(),
                    MomentOptimizers.rmsProp(),
                    MomentOptimizers.sgd(),
                    BoundedOptimizers.lbfgsB(),
                    BoundedOptimizers.tnc(),
                    BoundedOptimizers.projectedGradient(),
                    BoundedOptimizers.proximalGradient(),
                    BoundedOptimizers.fista()));

    /** All methods: beside those for many unknowns, those that keep a matrix of as many rows and columns as unknowns. */
    public static final Catalogue<Optimizer<?>> CATALOGUE = new Catalogue<>(
            "method",
            Stream.concat(
                            FOR_MANY_UNKNOWNS.entries().stream(),
                            Stream.of(
                                    TrustRegionOptimizers.exact(),
                                    TrustRegionOptimizers.dogleg(),
                                    bfgs(),
                                    DirectOptimizers.nelderMead(),
                                    DirectOptimizers.powell(),
                                    ConstrainedOptimizers.slsqp(),
                                    ConstrainedOptimizers.trustConstr(),
                                    ConstrainedOptimizers.cobyla(),
                                    ConstrainedOptimizers.cobyqa()))
                    .toList());

    private Optimizers() {}

    private static Entry<Optimizer<?>> newtonCg() {
        Parameter<HessianProducts> hessian = new Parameter<>(
                "hessian",
                "Hessian products: exact, or 2-point from differences of gradients",
                "exact or 2-point",
                HessianProducts::parse,
                Optional.of(HessianProducts.EXACT.written()));
        Parameter<Double> c2 = curvature("0.9");
        return new Entry<>(
                "newton-cg",
                "Newton's method with conjugate gradients; few iterations, best where it can be used",
                List.of(XTOL, AUTO_MAXITER, hessian, C1, c2, PRECONDITIONER),
                a -> new NewtonCg(
                        a.get(XTOL), a.get(AUTO_MAXITER), a.get(hessian), a.get(C1), a.get(c2), a.get(PRECONDITIONER)));
    }

    private static Entry<Optimizer<?>> lbfgs() {
        return new Entry<>(
                "l-bfgs",
                "limited-memory quasi-Newton method; needs no Hessian products",
                List.of(MAXCOR, FTOL, GTOL, MAXITER, MAXFUN, MAXLS),
                a -> new Lbfgs(a.get(MAXCOR), a.get(FTOL), a.get(GTOL), a.get(MAXITER), a.get(MAXFUN), a.get(MAXLS)));
    }

    private static Entry<Optimizer<?>> bfgs() {
        Parameter<Double> c2 = curvature("0.9");
        Parameter<Double> xrtol =
                tolerance("xrtol", "converged when the step is at most this times the length of x", "0");
        return new Entry<>(
                "bfgs",
                "quasi-Newton method; needs no Hessian products; few unknowns",
                List.of(NORMED_GTOL, NORM, xrtol, AUTO_MAXITER, C1, c2),
                a -> new Bfgs(
                        a.get(NORMED_GTOL),
                        a.get(NORM),
                        a.get(xrtol),
                        a.get(AUTO_MAXITER),
                        a.get(C1),
                        a.get(c2),
                        Optional.empty()));
    }

    private static Entry<Optimizer<?>> conjugateGradient() {
        Parameter<Double> c2 = curvature("0.4");
        return new Entry<>(
                "cg",
                "nonlinear conjugate gradients by Polak and Ribiere; little memory",
                List.of(NORMED_GTOL, NORM, AUTO_MAXITER, C1, c2),
                a -> new ConjugateGradient(a.get(NORMED_GTOL), a.get(NORM), a.get(AUTO_MAXITER), a.get(C1), a.get(c2)));
    }

    private static Entry<Optimizer<?>> gradientDescent() {
        Parameter<OptionalLong> maxiter =
                Parameter.limitOrAuto("maxiter", "limit of iterations; auto is 200 per unknown, at least 100000");
        Parameter<Double> gtol = tolerance("gtol", GTOL.help(), "1e-6");
        return new Entry<>(
                "gradient-descent",
                "gradient descent with Nesterov's momentum, an adaptive step and restarts",
                List.of(gtol, maxiter),
                a -> new GradientDescent(a.get(gtol), a.get(maxiter)));
    }

    static Parameter<Double> tolerance(String name, String help, String fallback) {
        return Parameter.number(name, help, 0, Double.MAX_VALUE, fallback);
    }

    static Parameter<Integer> count(String name, String help, String fallback) {
        return Parameter.integer(name, help, 1, Integer.MAX_VALUE, fallback);
    }

    private static Parameter<Double> curvature(String fallback) {
        return Parameter.number("c2", "share of the slope that may remain after a step", 0, 1, fallback);
    }
}
