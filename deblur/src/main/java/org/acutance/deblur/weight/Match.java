package org.acutance.deblur.weight;

/**
 * How near the predictions of a solution are to the samples, in some norm.
 *
 * @param misfit squared norm of the difference
 * @param freedom how much of the noise the predictions follow: the trace, in that norm, of their derivative by the samples
 *     times the variances
 * @param noise expected squared norm of the noise
 * @param trusted share of the expected noise below which a misfit is not believed to tell the noise
 */
public record Match(double misfit, double freedom, double noise, double trusted) {
    private static final double LEAST_SHARE = 1e-6;

    /**
     * Golub, Heath &amp; Wahba 1979, with the divergence in the place of the trace; about the noise at the best. Samples that
     * have less noise than is trusted count as if they had as much, so that of weights that leave less none is found.
     */
    public double crossValidation() {
        double left = Math.max(noise - freedom, LEAST_SHARE * noise);
        return noise * Math.max(misfit, trusted * left) / (left * left);
    }
}
