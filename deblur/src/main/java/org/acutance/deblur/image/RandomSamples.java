package org.acutance.deblur.image;

import java.util.Random;
import org.acutance.math.array.NdArray;

/** One sample after the other replaced by a random one, in row-major order, all from one stream of random numbers. */
@FunctionalInterface
interface RandomSamples {
    /**
     * A noisy sample.
     *
     * @param value the perfect one
     * @param position row-major, for messages
     * @param random where the numbers come from
     */
    double draw(double value, int position, Random random);

    /** The image with every sample drawn, of the same shape and precision. */
    default NdArray throughout(NdArray image, long seed) {
        Random random = new Random(seed);
        double[] values = image.toDoubles();
        for (int i = 0; i < values.length; i++) {
            values[i] = draw(values[i], i, random);
        }
        return NdArray.of(values, image.shape(), image.precision());
    }
}
