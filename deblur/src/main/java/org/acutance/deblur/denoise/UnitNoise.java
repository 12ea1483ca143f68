package org.acutance.deblur.denoise;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * One noisy picture, its mean taken off and in units of its noise, so that neither offset nor scale costs digits.
 *
 * @param shape of the picture
 * @param precision of the picture
 * @param mean of the picture
 * @param deviation standard deviation of the noise
 * @param pixels the picture
 */
@SuppressWarnings("ArrayRecordComponent")
record UnitNoise(Shape shape, Precision precision, double mean, double deviation, Pixels pixels) {
    /** A picture with noise that is not zero. */
    static UnitNoise of(NdArray noisy, NoisePower noise) {
        checked(noisy, noise);
        double mean = noisy.sum() / noisy.size();
        double deviation = Math.sqrt(noise.variance());
        return new UnitNoise(noisy.shape(), noisy.precision(), mean, deviation, Pixels.of(noisy, mean, deviation));
    }

    /** The picture, if it can be denoised. */
    static NdArray checked(NdArray noisy, NoisePower noise) {
        noisy.shape().require("denoise", noise.shape());
        if (noisy.rank() != 2) {
            throw new IllegalArgumentException(
                    "denoise: shape " + noisy.shape() + " is not that of a picture; give rows and columns");
        }
        if (!noisy.isFinite()) {
            throw new IllegalArgumentException(
                    "denoise: the picture has values that are not finite; give them finite values first");
        }
        return noisy;
    }

    /** Another picture in the same units. */
    Pixels scaled(NdArray other) {
        return Pixels.of(other, mean, deviation);
    }

    /** A result in the units of the picture. */
    NdArray image(Pixels result) {
        return result.part(shape, precision, mean, deviation);
    }
}
