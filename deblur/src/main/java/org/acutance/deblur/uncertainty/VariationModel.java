package org.acutance.deblur.uncertainty;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.prior.TouchingVariation;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.math.array.NdArray;

/**
 * A model with a curvature for {@link Uncertainty#of}, where that of a problem has none or not everywhere an upward one: its
 * prior is {@link TouchingVariation} at the estimate (Babacan, Molina &amp;
 * Katsaggelos 2008, "Parameter estimation in TV image restoration using variational distribution approximation",
 * equations 17 to 22). Lengths of gradients below the level of the noise count as that.
 */
public final class VariationModel {
    private static final String NAME = "smoothed-tv";

    private VariationModel() {}

    /**
     * The model.
     *
     * @param problem its data term knows the noise
     * @param estimate of the shape of the canvas
     * @param rule by which the weight of total variation is found, as for {@link AutomaticWeight#find}
     * @param watches who looks on at the runs of a weight, by its number
     */
    public static Problem of(Problem problem, NdArray estimate, String rule, IntFunction<Watch> watches) {
        double eps = noise(problem);
        Problem open = problem.with(Priors.parse(NAME + ":eps=" + eps));
        double weight = AutomaticWeight.find(open, rule, Methods.CATALOGUE.create("auto"), watches)
                .value();
        Prior touching = new TouchingVariation(estimate, eps);
        return problem.with(new Regulariser(
                List.of(new Regulariser.Weighted("total variation", touching, OptionalDouble.of(weight)))));
    }

    private static double noise(Problem problem) {
        double[] variances = Arrays.stream(
                        problem.data().variance().orElseThrow().toDoubles())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        return Math.sqrt(variances[variances.length / 2]);
    }
}
