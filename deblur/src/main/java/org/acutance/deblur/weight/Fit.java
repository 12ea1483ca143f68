package org.acutance.deblur.weight;

import org.acutance.math.array.NdArray;

/**
 * What the solution for one weight is like.
 *
 * @param weight weight of the prior
 * @param residual observation minus prediction, over the standard deviation of the noise; 0 where samples do not count.
 *     If the level of the noise is not known, the standard deviation is taken to be 1
 * @param prediction residual, divergence of the predictions as a function of the samples, and number of samples that count
 * @param inverse the same in the norm in which errors count as those of the sharp image
 * @param penalty value of the prior with weight 1
 * @param degree degree of homogeneity of the prior: its value at 2x is {@code 2^degree} times that at x
 * @param unknowns number of elements of the estimate
 */
public record Fit(
        double weight, NdArray residual, Match prediction, Match inverse, double penalty, double degree, int unknowns) {
    /** Sum of the squared residuals. */
    public double misfit() {
        return prediction.misfit();
    }

    /** Effective degrees of freedom. */
    public double freedom() {
        return prediction.freedom();
    }

    /** Number of samples that count. */
    public long samples() {
        return Math.round(prediction.noise());
    }
}
