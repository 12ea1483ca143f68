package org.acutance.deblur.image;

import org.acutance.math.array.NdArray;

/**
 * Independent normal deviates with mean 0, added.
 *
 * @param sigma standard deviation in units of the image's values
 */
public record GaussianNoise(double sigma) implements Noise {
    /** @throws IllegalArgumentException if sigma is negative or not finite */
    public GaussianNoise {
        if (!(sigma >= 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException("gaussian noise: sigma " + sigma + " is not a number of at least 0");
        }
    }

    @Override
    public NdArray addTo(NdArray image, long seed) {
        RandomSamples noisy = (value, position, random) -> value + sigma * random.nextGaussian();
        return noisy.throughout(image, seed);
    }
}
