package org.acutance.deblur.weight;

/**
 * How near the predictions of a solution are to the samples, in some norm.
 *
 * @param misfit squared norm of the difference
 * @param freedom how much of the noise the predictions follow: the trace, in that norm, of their derivative by the samples
 *     times the variances
 * @param noise expected squared norm of the noise
 */
public record Match(double misfit, double freedom, double noise) {
    private static final double LEAST_SHARE = 1e-6;

    /** Golub, Heath &amp; Wahba 1979, with the divergence in the place of the trace; about the noise at the best. */
    public double crossValidation() {
        double left = Math.max(noise - freedom, LEAST_SHARE * noise);
        return noise * misfit / (left * left);
    }
}
