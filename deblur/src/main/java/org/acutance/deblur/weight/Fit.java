package org.acutance.deblur.weight;

import org.acutance.math.array.NdArray;

/**
 * What the solution for one weight is like.
 *
 * @param weight weight of the prior
 * @param residual observation minus prediction, over the standard deviation of the noise; 0 where samples do not count.
 *     If the level of the noise is not known, the standard deviation is taken to be 1
 * @param samples number of samples that count
 * @param freedom effective degrees of freedom: the divergence of the predictions as a function of the samples
 * @param penalty value of the prior with weight 1
 * @param degree degree of homogeneity of the prior: its value at 2x is {@code 2^degree} times that at x
 * @param unknowns number of elements of the estimate
 */
public record Fit(
        double weight, NdArray residual, long samples, double freedom, double penalty, double degree, int unknowns) {
    /** Sum of the squared residuals. */
    public double misfit() {
        return residual.dot(residual);
    }
}
