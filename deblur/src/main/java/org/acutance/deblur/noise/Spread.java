package org.acutance.deblur.noise;

import org.acutance.math.array.NdArray;

/** How much the samples of an image differ, beside which the noise is small or large. */
public final class Spread {
    private Spread() {}

    /** The standard deviation of all samples from their mean, in their units; 0 if all are alike. */
    public static double of(NdArray samples) {
        return deviation(samples).norm() / Math.sqrt(samples.size());
    }

    /** The sum of the squared deviations of all samples from their mean: how much there is to see in them. */
    public static double energy(NdArray samples) {
        NdArray deviation = deviation(samples);
        return deviation.dot(deviation);
    }

    private static NdArray deviation(NdArray samples) {
        return samples.minus(NdArray.scalar(samples.sum() / samples.size()));
    }
}
