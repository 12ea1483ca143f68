package org.acutance.deblur.noise;

import org.acutance.math.array.NdArray;

/** How much the samples of an image differ, beside which the noise is small or large. */
public final class Spread {
    private Spread() {}

    /** The standard deviation of all samples from their mean, in their units; 0 if all are alike. */
    public static double of(NdArray samples) {
        NdArray deviation = samples.minus(NdArray.scalar(samples.sum() / samples.size()));
        return deviation.norm() / Math.sqrt(samples.size());
    }
}
