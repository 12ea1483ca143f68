package org.acutance.deblur.denoise;

import org.acutance.math.array.NdArray;

/** A method that removes stationary Gaussian noise of known power from pictures. Its results are deterministic. */
@FunctionalInterface
public interface Denoiser {
    /**
     * The picture without its noise.
     *
     * @param noisy shape (rows, columns), any units
     * @param noise the noise's power, in squared units of the picture, on the periodic grid of its shape
     * @return of the same shape and precision
     * @throws IllegalArgumentException if the picture does not have two axes, has a value that is not finite, or is of
     *     another shape than the noise
     */
    NdArray denoise(NdArray noisy, NoisePower noise);

    /**
     * The picture without white noise.
     *
     * @param noisy shape (rows, columns), any units
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
