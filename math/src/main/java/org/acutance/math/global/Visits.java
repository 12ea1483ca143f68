package org.acutance.math.global;

import java.util.SplittableRandom;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.special.Special;
import org.acutance.math.optimize.Bounds;

/**
 * Displacements from Tsallis's distribution, between Gauss's and Cauchy's and beyond, the longer the hotter (Tsallis &amp;
 * Stariolo 1996, appendix). What leaves the bounds comes in again at the other side.
 */
final class Visits {
    private static final double LONGEST = 1e8;

    private final double exponent;
    private final double width;
    private final SplittableRandom random;

    /**
     * The displacements of a temperature.
     *
     * @param visit how heavy the tails are
     */
    Visits(double visit, double temperature, SplittableRandom random) {
        double q = visit - 1;
        double heat = Math.pow(temperature, 1 / q);
        double shape = Math.sqrt(Math.PI)
                * Math.exp((4 - visit) * Math.log(q))
                / (Math.exp((2 - visit) * Math.log(2) / q) * (3 - visit));
        double gamma =
                Special.gamma(Tensor.of(NdArray.scalar(1 / q - 0.5))).value().item();
        this.exponent = q / (3 - visit);
        this.width = Math.pow(gamma / (shape * heat), -exponent);
        this.random = random;
    }

    private double next() {
        double length = width * random.nextGaussian() / Math.pow(Math.abs(random.nextGaussian()), exponent);
        return Math.abs(length) > LONGEST ? Math.copySign(LONGEST, length) * random.nextDouble() : length;
    }

    /** A displacement of all elements. */
    NdArray everywhere(NdArray x, Bounds bounds) {
        double[] moved = x.toDoubles();
        for (int i = 0; i < moved.length; i++) {
            moved[i] = wrapped(moved[i] + next(), bounds.lower(i), bounds.upper(i));
        }
        return bounds.project(Search.like(x, moved));
    }

    /** A displacement of one element. */
    NdArray along(NdArray x, int element, Bounds bounds) {
        double[] moved = x.toDoubles();
        moved[element] = wrapped(moved[element] + next(), bounds.lower(element), bounds.upper(element));
        return bounds.project(Search.like(x, moved));
    }

    private static double wrapped(double x, double lower, double upper) {
        double range = upper - lower;
        double beyond = (x - lower) % range;
        return range == 0 ? lower : lower + (beyond < 0 ? beyond + range : beyond);
    }
}
