package org.acutance.deblur.weight;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;

/**
 * A prior with the weights that were found for it.
 *
 * @param prior all weights known; without its convex part if the result would have been the mean of two estimates and the
 *     samples speak for the other one
 * @param found the weights of what is used that were open, of what is not convex first
 */
public record Weighing(Regulariser prior, List<AutomaticWeight> found) {
    /** From how many standard errors on the samples are taken to speak for one of two estimates. */
    private static final double CLEAR = 2;

    /** A prior and its weights; the list is copied. */
    public Weighing {
        found = List.copyOf(found);
    }

    /**
     * Finds the weights that are open: one, or where the result is the mean of two estimates one for each.
     *
     * @param problem its prior may be open
     * @param rule name of a criterion, or {@code auto}
     * @param method solves the problem
     * @param watches who looks on at the runs of a weight, by its number, the first being 1
     */
    public static Weighing of(Problem problem, String rule, Method method, IntFunction<Watch> watches) {
        Regulariser prior = problem.prior();
        if (!prior.isOpen() || !method.takesPrior()) {
            return new Weighing(prior.withWeight(0), List.of());
        }
        if (!method.averages(problem.with(prior.withWeight(1)))) {
            AutomaticWeight found = AutomaticWeight.find(problem, rule, method, watches);
            return new Weighing(prior.withWeight(found.value()), List.of(found));
        }
        return ofMean(problem, rule, method, watches);
    }

    private static Weighing ofMean(Problem problem, String rule, Method method, IntFunction<Watch> watches) {
        List<AutomaticWeight> found = new ArrayList<>();
        Regulariser closed = problem.prior();
        for (Regulariser part : problem.prior().byConvexity()) {
            if (part.isOpen()) {
                Problem single = problem.with(part);
                AutomaticWeight weight = AutomaticWeight.find(single, rule, method, watches)
                        .solved(single, method, watches)
                        .of(names(part));
                found.add(weight);
                closed = closed.withWeight(weight.value(), part);
            }
        }
        boolean compared = found.size() == 2 && problem.data().variance().isPresent();
        return compared && isClear(found.get(0).fit(), found.get(1).fit())
                ? without(closed.byConvexity().get(1), closed.byConvexity().get(0), found.get(0))
                : new Weighing(closed, found);
    }

    private static Weighing without(Regulariser worse, Regulariser better, AutomaticWeight weight) {
        return new Weighing(better, List.of(weight.because("the samples speak against " + names(worse))));
    }

    private static String names(Regulariser prior) {
        return prior.withoutBounds().names();
    }

    /**
     * Whether the first is expected to predict other samples better by Stein's estimate of the risk, of which the standard error
     * is about that of the noise along the difference of both.
     */
    private static boolean isClear(Fit first, Fit second) {
        NdArray difference = first.residual().minus(second.residual());
        double gain = WeightRules.predictiveRisk(second) - WeightRules.predictiveRisk(first);
        return gain > CLEAR * 2 * difference.norm();
    }

    /** How the weights were found, in words; empty if all were given. */
    public static Optional<String> reason(List<AutomaticWeight> found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(
                        "; ", found.stream().map(AutomaticWeight::reason).toList()));
    }
}
