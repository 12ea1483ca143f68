package org.acutance.deblur.model;

import java.util.Optional;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;

/**
 * One channel as it was observed.
 *
 * @param values the samples, slowest axis first
 * @param weights how much each sample counts, of the same shape, not negative: 0 for invalid samples; all 1 if empty
 * @param psf what the scene was blurred by, of the same rank
 */
public record Observation(NdArray values, Optional<NdArray> weights, Psf psf) {
    /**
     * An observation.
     *
     * @throws IllegalArgumentException if the shape of the weights differs, or one is negative or not finite
     */
    public Observation {
        weights.ifPresent(given -> requireUsable(given, values));
    }

    /** An observation all of whose samples count alike. */
    public static Observation of(NdArray values, Psf psf) {
        return new Observation(values, Optional.empty(), psf);
    }

    private static void requireUsable(NdArray weights, NdArray values) {
        weights.requireLike("weights", values);
        if (!weights.isFinite() || weights.min() < 0) {
            throw new IllegalArgumentException(
                    "weights: got a negative or not finite one; give 0 for pixels that do not"
                            + " count and positive numbers for the others");
        }
    }
}
