package org.acutance.deblur.weight;

import java.util.Locale;
import java.util.Optional;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Watch;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * A weight that was found from the data.
 *
 * @param value the weight
 * @param reason how it was found, in a few words
 */
public record AutomaticWeight(double value, String reason) {
    /**
     * Finds the weight of an open prior.
     *
     * @param problem whose prior is open
     * @param rule name of a criterion, or {@code auto}
     * @param method solves the problem
     * @param watch sees all runs
     * @throws IllegalArgumentException if the rule needs a level of noise that is not known
     */
    public static AutomaticWeight find(Problem problem, String rule, Method method, Watch watch) {
        Optional<NdArray> variance = problem.data().variance();
        String name = rule.equals("auto") ? Criteria.AUTOMATIC : rule;
        Shape frame = problem.formation().frame();
        Problem part = Tile.of(problem, variance.orElseGet(() -> NdArray.full(frame, Precision.FLOAT64, 1)));
        WeightPath path = new WeightPath(part, part.data().variance().orElseThrow(), method, watch);
        double weight = WeightSearch.best(path::roughlyAt, path::at, Criteria.CATALOGUE.create(name), first(part));
        return new AutomaticWeight(weight, String.format(Locale.ROOT, "%s finds weight %.4g", name, weight));
    }

    /** The weight at which the prior of the blurred image is worth one nat a pixel, which is too smooth. */
    private static double first(Problem problem) {
        NdArray observed = problem.formation().extend(problem.observation().filled());
        double penalty = problem.prior().openPart().value(observed, problem.domain());
        return penalty > 0 ? observed.size() / penalty : 1;
    }
}
