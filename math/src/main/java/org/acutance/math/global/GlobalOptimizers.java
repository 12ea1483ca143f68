package org.acutance.math.global;

import java.util.List;
import java.util.Optional;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.global.DifferentialEvolution.Interval;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.WrittenBounds;

/** The searches for the least of many minima, with SciPy's names for options and SciPy's defaults. */
public final class GlobalOptimizers {
    private static final Parameter<Long> SEED = new Parameter<>(
            "seed",
            "of the random numbers; the same one gives the same bits",
            "a whole number",
            Long::valueOf,
            Optional.of("0"));

    /** All searches. They take the same bounds for every element; {@link Optimizer#within} gives other ones. */
    public static final Catalogue<Optimizer<?>> CATALOGUE =
            new Catalogue<>("global method", List.of(differentialEvolution(), dualAnnealing(), basinHopping()));

    private GlobalOptimizers() {}

    private static Entry<Optimizer<?>> differentialEvolution() {
        Parameter<Strategy> strategy = new Parameter<>(
                "strategy",
                "how trials are made",
                "best1, rand1, randtobest1, currenttobest1, best2 or rand2, followed by bin or exp",
                Strategy::parse,
                Optional.of("best1bin"));
        Parameter<Integer> maxiter = count("maxiter", "limit of generations", "1000");
        Parameter<Integer> popsize = count("popsize", "members per unknown", "15");
        Parameter<Double> tol = size("tol", "converged when the values differ by this share of their mean", "0.01");
        Parameter<Double> atol = size("atol", "added to that", "0");
        Parameter<Double> least = Parameter.number("mutation_min", "least scale of the differences", 0, 2, "0.5");
        Parameter<Double> most = Parameter.number("mutation_max", "largest scale of the differences", 0, 2, "1");
        Parameter<Double> recombination =
                Parameter.number("recombination", "share of the elements that a trial changes", 0, 1, "0.7");
        Parameter<Boolean> polish =
                Parameter.flag("polish", "whether the best member is improved by l-bfgs-b in the end", true);
        return new Entry<>(
                "differential-evolution",
                "a population that learns from its differences; between bounds",
                List.of(
                        WrittenBounds.LOWER,
                        WrittenBounds.UPPER,
                        strategy,
                        maxiter,
                        popsize,
                        tol,
                        atol,
                        least,
                        most,
                        recombination,
                        polish,
                        SEED),
                a -> new DifferentialEvolution(
                        WrittenBounds.of(a),
                        a.get(strategy),
                        a.get(maxiter),
                        a.get(popsize),
                        a.get(tol),
                        a.get(atol),
                        new Interval(a.get(least), a.get(most)),
                        a.get(recombination),
                        a.get(polish),
                        a.get(SEED)));
    }

    private static Entry<Optimizer<?>> dualAnnealing() {
        Parameter<Integer> maxiter = count("maxiter", "number of temperatures", "1000");
        Parameter<Double> initial = Parameter.number("initial_temp", "the first temperature", 0.01, 5e4, "5230");
        Parameter<Double> restart =
                Parameter.number("restart_temp_ratio", "share of it at which the search begins anew", 0, 1, "2e-5");
        Parameter<Double> visit = Parameter.number("visit", "how heavy the tails of steps are", 1.01, 2.99, "2.62");
        Parameter<Double> accept = Parameter.number("accept", "how easily a higher point is accepted", -1e4, -5, "-5");
        Parameter<Integer> maxfun = count("maxfun", "limit of evaluations", "10000000");
        Parameter<Boolean> local = Parameter.flag("local_search", "whether to go down by l-bfgs-b", true);
        return new Entry<>(
                "dual-annealing",
                "annealing with long jumps and the way down; between bounds",
                List.of(
                        WrittenBounds.LOWER,
                        WrittenBounds.UPPER,
                        maxiter,
                        initial,
                        restart,
                        visit,
                        accept,
                        maxfun,
                        local,
                        SEED),
                a -> new DualAnnealing(
                        WrittenBounds.of(a),
                        a.get(maxiter),
                        a.get(initial),
                        a.get(restart),
                        a.get(visit),
                        a.get(accept),
                        a.get(maxfun),
                        a.get(local),
                        a.get(SEED)));
    }

    private static Entry<Optimizer<?>> basinHopping() {
        Parameter<Integer> niter = count("niter", "number of hops", "100");
        Parameter<Double> temperature = size("T", "height of a wall that is often climbed", "1");
        Parameter<Double> stepsize = size("stepsize", "largest displacement of an element, in units of x", "0.5");
        Parameter<Integer> interval = count("interval", "hops after which the displacement is adapted", "50");
        Parameter<Double> target =
                Parameter.number("target_accept_rate", "share of the hops that should be accepted", 0, 1, "0.5");
        Parameter<Double> factor =
                Parameter.number("stepwise_factor", "by which the displacement shrinks", 0.01, 1, "0.9");
        Parameter<Integer> success = Parameter.integer(
                "niter_success",
                "ends after so many hops without a lower minimum; 0 for never",
                0,
                Integer.MAX_VALUE,
                "0");
        return new Entry<>(
                "basin-hopping",
                "hops from minimum to minimum; for funnels with rough walls",
                List.of(
                        WrittenBounds.LOWER,
                        WrittenBounds.UPPER,
                        niter,
                        temperature,
                        stepsize,
                        interval,
                        target,
                        factor,
                        success,
                        SEED),
                a -> new BasinHopping(
                        WrittenBounds.of(a),
                        a.get(niter),
                        a.get(temperature),
                        a.get(stepsize),
                        a.get(interval),
                        a.get(target),
                        a.get(factor),
                        a.get(success),
                        a.get(SEED)));
    }

    private static Parameter<Integer> count(String name, String help, String fallback) {
        return Parameter.integer(name, help, 1, Integer.MAX_VALUE, fallback);
    }

    private static Parameter<Double> size(String name, String help, String fallback) {
        return Parameter.number(name, help, 0, Double.MAX_VALUE, fallback);
    }
}
