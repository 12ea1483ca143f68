package org.acutance.deblur.image;

import org.acutance.math.array.NdArray;

/**
 * Salt and pepper: some values replaced by 0 or 1, one as often as the other.
 *
 * @param share how many of the values, from 0 to 1
 */
public record ImpulseNoise(double share) implements Noise {
    /** @throws IllegalArgumentException if the share is not from 0 to 1 */
    public ImpulseNoise {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("impulse noise: share " + share + " is not from 0 to 1");
        }
    }

    @Override
    public NdArray addTo(NdArray image, long seed) {
        RandomSamples noisy = (value, position, random) -> {
            double chance = random.nextDouble();
            return chance >= share ? value : 2 * chance < share ? 0 : 1;
        };
        return noisy.throughout(image, seed);
    }
}
