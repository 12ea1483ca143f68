package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * What the norm of a trust region multiplies the unknowns by, so that it does not depend on their units: the largest so far
 * of the roots of the Hessian's diagonal (Moré 1978; Conn, Gould &amp; Toint 2000, section 6.7).
 */
final class RegionWeights {
    private static final double FLAT = 1e-8;

    private RegionWeights() {}

    /** The largest so far of the roots of the diagonal, 0 along unknowns that have had no curvature. */
    static double[] largest(double[][] hessian, Optional<NdArray> before) {
        double[] roots = new double[hessian.length];
        for (int i = 0; i < roots.length; i++) {
            double root = Math.sqrt(Math.abs(hessian[i][i]));
            roots[i] = before.isPresent() ? Math.max(root, before.get().get(i)) : root;
        }
        return roots;
    }

    /** The weights of that norm, or 1 where nothing is known. */
    static double[] of(Optional<NdArray> largest, int unknowns) {
        double[] ones = new double[unknowns];
        Arrays.fill(ones, 1);
        return largest.map(roots -> filled(roots.toDoubles())).orElse(ones);
    }

    /**
     * The weights of the norm: where there has been no curvature to speak of, the geometric mean of the others. That is
     * not kept, for what curvature comes later may be less.
     */
    static double[] filled(double... largest) {
        double flat = FLAT * Arrays.stream(largest).max().orElse(0);
        double mean = Math.exp(Arrays.stream(largest)
                .filter(root -> root > flat)
                .map(Math::log)
                .average()
                .orElse(0));
        return Arrays.stream(largest).map(root -> root > flat ? root : mean).toArray();
    }

    /** The vector, each element divided by its weight. */
    static double[] over(double[] vector, double... weights) {
        double[] quotient = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            quotient[i] = vector[i] / weights[i];
        }
        return quotient;
    }

    /** The length in that norm of the shortest step of Euclidean length 1. */
    static double least(double... weights) {
        return Arrays.stream(weights).min().orElse(1);
    }
}
