package org.acutance.deblur.weight;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.noise.NoiseReport;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * A weight that was found from the data.
 *
 * @param value the weight
 * @param reason how it was found, in a few words
 * @param fit the solution for the nearest of the weights that were tried, which may be that of a part of the problem
 */
public record AutomaticWeight(double value, String reason, Fit fit) {
    /**
     * Finds the weight of an open prior. A denoiser beside it, whose estimate is another, has no part in that, nor have
     * limits beside a convex prior. For a data
     * term that does not know the noise, half the squared differences, it is found as if for Gaussian noise of about the
     * level of the image: what rules that do without the level look at does not depend on it, but the steps in which they
     * look do.
     *
     * @param problem whose prior is open
     * @param rule name of a criterion, or {@code auto}
     * @param method solves the problem
     * @param watches who looks on at the runs of a weight, by its number, the first being 1
     */
    public static AutomaticWeight find(Problem problem, String rule, Method method, IntFunction<Watch> watches) {
        double unit = unit(problem);
        String name = rule(rule);
        Problem part = part(problem.with(searched(problem.prior().withoutDenoisers())), unit);
        WeightPath path = path(part, problem.data(), method, watches);
        WeightRule.Found found = WeightRules.CATALOGUE.create(name).find(path::roughlyAt, path::at, first(part));
        double weight = found.weight() * unit;
        return new AutomaticWeight(
                weight, String.format(Locale.ROOT, "%s finds weight %.4g", name, weight), found.nearest());
    }

    /** 1 if the data term knows the noise. */
    private static double unit(Problem problem) {
        return problem.data().variance().isPresent() ? 1 : variance(problem.observation());
    }

    /** What is looked at. */
    private static Problem part(Problem problem, double unit) {
        Shape frame = problem.formation().frame();
        return Tile.of(
                problem, problem.data().variance().orElseGet(() -> NdArray.full(frame, Precision.FLOAT64, unit)));
    }

    private static WeightPath path(Problem part, DataTerm whole, Method method, IntFunction<Watch> watches) {
        return new WeightPath(part, part.data().variance().orElseThrow(), method, Trust.in(whole), watches);
    }

    /** This weight with the solution for itself, which keeps limits that may have had no part in the search. */
    AutomaticWeight solved(Problem problem, Method method, IntFunction<Watch> watches) {
        double unit = unit(problem);
        WeightPath path = path(part(problem, unit), problem.data(), method, watches);
        if (problem.prior().isConvex()) {
            path.roughlyAt(value / unit);
        }
        return new AutomaticWeight(value, reason, path.at(value / unit));
    }

    /** This weight, its reason naming the prior. */
    AutomaticWeight of(String prior) {
        return new AutomaticWeight(value, reason + " of " + prior, fit);
    }

    /** This weight with a further reason. */
    AutomaticWeight because(String further) {
        return new AutomaticWeight(value, reason + ", " + further, fit);
    }

    /**
     * Solutions for a convex prior go on from those for another weight. Where limits hold most samples they come to rest
     * slowly, predictions hardly follow the noise whatever the weight, and the search would end far too low.
     */
    private static Regulariser searched(Regulariser prior) {
        return prior.isConvex() ? prior.withoutBounds() : prior;
    }

    /** About that of the noise, in the first channel if there are several. */
    private static double variance(Observation observation) {
        NdArray values = observation.filled();
        NdArray first = observation.channelAxes() == 0
                ? values
                : values.slice(0, 0, 1)
                        .reshape(Shape.of(
                                Arrays.stream(values.shape().extents()).skip(1).toArray()));
        double sigma =
                NoiseReport.of(first, Optional.empty(), observation.psf()).sigma();
        return sigma * sigma;
    }

    /**
     * Refuses a rule that there is none of.
     *
     * @param rule name of a criterion, or {@code auto}
     * @throws org.acutance.math.catalogue.SpecException if it is unknown
     */
    public static void requireKnown(String rule) {
        WeightRules.CATALOGUE.create(rule(rule));
    }

    /**
     * Why no weight can be found, and the way out; empty if one can.
     *
     * @param problem whose prior is open
     * @param rule name of a criterion, or {@code auto}
     */
    public static Optional<String> obstacle(Problem problem, String rule) {
        DataTerm data = problem.data();
        if (!data.isLikelihood()) {
            return Optional.of("is not found for " + data.description() + "; give prior "
                    + problem.prior().names() + " a weight, or use fidelity auto");
        }
        return data.variance().isEmpty()
                        && WeightRules.CATALOGUE.create(rule(rule)).needsNoise()
                ? Optional.of("is not found by " + rule + " for " + data.description()
                        + ", as the level of the noise is unknown; use weight auto, or fidelity gaussian")
                : Optional.empty();
    }

    /**
     * The name of the criterion that a rule stands for.
     *
     * @param rule name of a criterion, or {@code auto}
     */
    public static String rule(String rule) {
        return rule.equals("auto") ? WeightRules.AUTOMATIC : rule;
    }

    /** The weight at which the prior of the blurred image is worth one nat a pixel, which is too smooth. */
    private static double first(Problem problem) {
        NdArray observed = problem.formation().extend(problem.observation().filled());
        double penalty = problem.prior().openPart().value(observed, problem.domain());
        return penalty > 0 ? observed.size() / penalty : 1;
    }
}
