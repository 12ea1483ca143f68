package org.acutance.deblur.weight;

import org.acutance.deblur.model.DataTerm;

/**
 * Which residuals are believed when a weight is found.
 *
 * @param farthest what a residual counts for at most, in standard deviations of the noise
 * @param least share of the variance of the noise below which residuals do not tell it
 */
record Trust(double farthest, double least) {
    /** All residuals are believed. */
    static final Trust ALL = new Trust(Double.POSITIVE_INFINITY, 0);

    private static final double FARTHEST_OF_ROBUST = 3;
    private static final double LEAST = 0.25;

    /**
     * What to believe beside a data term. Where samples may be wrong, a weight must not be found that follows them. Where
     * the samples have hardly any noise, nothing would keep the weight from vanishing, and whatever the model gets wrong
     * would be enlarged without limit. The variance of samples that may be wrong says nothing of that kind.
     */
    static Trust in(DataTerm data) {
        return data.isRobust()
                ? new Trust(FARTHEST_OF_ROBUST, 0)
                : new Trust(Double.POSITIVE_INFINITY, data.variance().isPresent() ? LEAST : 0);
    }
}
