package org.acutance.deblur.noise;

import java.util.Random;
import org.acutance.math.array.NdArray;

/** Numbers that are 1 or -1, each as probable and independent: the probe of Monte-Carlo traces with least variance. */
public final class RandomSigns {
    private RandomSigns() {}

    /** {@link #like(NdArray, int)} of number 1. */
    public static NdArray like(NdArray array) {
        return like(array, 1);
    }

    /**
     * The same signs for every array of one size; of its shape and precision.
     *
     * @param number which of many probes
     */
    public static NdArray like(NdArray array, int number) {
        Random random = new Random(number);
        double[] signs = new double[array.size()];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = random.nextBoolean() ? 1 : -1;
        }
        return NdArray.of(signs, array.shape(), array.precision());
    }
}
