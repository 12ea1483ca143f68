package org.acutance.deblur.closed;

import java.util.Random;

/** Random numbers of the gamma distribution with scale 1, by Marsaglia and Tsang (2000). */
final class GammaDeviate {
    private GammaDeviate() {}

    /** One number; a shape below 1 is drawn one higher and raised to the power that brings it back (section 6). */
    static double draw(Random random, double shape) {
        if (shape < 1) {
            return shape <= 0 ? 0 : draw(random, shape + 1) * StrictMath.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            double v = root * root * root;
            if (v > 0
                    && StrictMath.log(1 - random.nextDouble())
                            < normal * normal / 2 + d - d * v + d * StrictMath.log(v)) {
                return d * v;
            }
        }
    }
}
