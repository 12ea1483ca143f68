package org.acutance.deblur.model;

import org.acutance.deblur.noise.BoxMean;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.math.array.NdArray;

/** The variance of each sample under photon noise, by the local mean: the sample itself is too noisy to tell its own. */
final class PhotonVariance {
    private static final int RADIUS = 1;
    /** The least number of photons that is believed, in a box around the sample. */
    private static final double FEWEST = 0.5;

    private PhotonVariance() {}

    static NdArray of(Observation observation, PhotonNoise noise) {
        double samples = Math.pow(2 * RADIUS + 1, observation.values().rank());
        double least = noise.background() + noise.gain() * FEWEST / samples;
        return NdArray.elementwise(
                "variance",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = noise.variance(Math.max(least, in[0][i]));
                    }
                },
                new BoxMean(RADIUS).of(observation.filled()));
    }
}
