package org.acutance.deblur.denoise;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** A method that removes stationary Gaussian noise of known power from images. Its results are deterministic. */
@FunctionalInterface
public interface Denoiser {
    /**
     * The picture without its noise.
     *
     * @param noisy of a shape that it takes, any units
     * @param noise the noise's power, in squared units of the image, on the periodic grid of its shape
     * @return of the same shape and precision
     * @throws IllegalArgumentException if it does not take the shape, a value is not finite, or the noise is of another
     *     shape
     */
    NdArray denoise(NdArray noisy, NoisePower noise);

    /** Whether it takes images of a shape: of any, unless a denoiser says otherwise. */
    default boolean takes(Shape shape) {
        return true;
    }

    /**
     * The picture without white noise.
     *
     * @param noisy of a shape that it takes, any units
     * @param sigma standard deviation of the noise in units of the picture; 0 gives the picture back
     */
    default NdArray denoise(NdArray noisy, double sigma) {
        return denoise(noisy, NoisePower.white(noisy.shape(), sigma));
    }

    /**
     * This denoiser prepared for pictures that look much like a guide, as the iterates of one restoration do: what it
     * can find out once for all of them it need not find out again.
     *
     * @param guide of the shape of the pictures to come
     */
    default Denoiser preparedFor(NdArray guide) {
        return this;
    }

    /** A denoiser for the last iterations of a restoration: slower than this one, and better at pictures with little noise. */
    default Denoiser refining() {
        return this;
    }
}
