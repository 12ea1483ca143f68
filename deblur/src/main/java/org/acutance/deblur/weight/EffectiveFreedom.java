package org.acutance.deblur.weight;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.model.DataTerm;
import org.acutance.math.array.NdArray;

/**
 * Effective degrees of freedom: how many of the observed values a method could still follow if they were moved.
 *
 * @param value from 0, nothing of the noise is in the prediction, to the number of samples, all of it is
 * @param samples number of samples that count
 * @param origin where the number is from, in a few words
 */
public record EffectiveFreedom(double value, long samples, String origin) {
    /**
     * What the search of weights has found, scaled to so many samples where it looked at a part: of the mean of as many estimates.
     * Empty if there are none.
     */
    public static Optional<EffectiveFreedom> of(List<AutomaticWeight> weights, long samples) {
        OptionalDouble share = weights.stream()
                .map(AutomaticWeight::fit)
                .mapToDouble(fit -> fit.freedom() / Math.max(1, fit.samples()))
                .average();
        return share.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new EffectiveFreedom(share.getAsDouble() * samples, samples, "from the search of the weight"));
    }

    /**
     * Solves the problem once more and once with the samples shifted a little at random (Ramani, Blu &amp; Unser 2008).
     *
     * @param problem whose weights are known; its noise is taken to be Gaussian of the variance that it knows
     * @param method solves it
     * @param watch sees both runs
     * @return empty if the data term does not know the noise
     */
    public static Optional<EffectiveFreedom> measure(Problem problem, Method method, Watch watch) {
        return problem.data().variance().map(variance -> measure(problem, variance, method, watch));
    }

    private static EffectiveFreedom measure(Problem problem, NdArray variance, Method method, Watch watch) {
        Problem gaussian = problem.with(DataTerm.gaussian(problem.observation(), variance));
        Fit fit = new WeightPath(gaussian, variance, method, Trust.ALL, number -> watch).at(1);
        return new EffectiveFreedom(fit.freedom(), fit.samples(), "by shifting the samples");
    }
}
