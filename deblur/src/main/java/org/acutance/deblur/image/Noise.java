package org.acutance.deblur.image;

import org.acutance.math.array.NdArray;

/**
 * A way to make a perfect image noisy. The same seed gives the same noise on every machine: the numbers come from
 * {@link java.util.Random}, whose algorithm is part of its specification, and from {@link StrictMath}. Channels of a
 * colour image need different seeds.
 */
@FunctionalInterface
public interface Noise {
    /**
     * The image with noise, of the same shape and precision. Values are not clipped.
     *
     * @param image any shape, taken in row-major order
     * @param seed start of the random numbers
     * @throws IllegalArgumentException if a value has no noisy counterpart
     */
    NdArray addTo(NdArray image, long seed);
}
