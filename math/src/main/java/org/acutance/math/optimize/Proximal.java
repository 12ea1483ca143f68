package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * A function that need not be smooth, known by its proximal map (Parikh &amp; Boyd 2014, "Proximal Algorithms", section
 * 1.1). Arguments are not kept.
 */
public interface Proximal {
    /** The value at a point, of any shape; infinite outside the function's domain. */
    double value(NdArray x);

    /**
     * The proximal map: the z with the smallest {@code step * value(z) + ||z - x||^2 / 2}.
     *
     * @param x of the shape of the function's argument
     * @param step positive
     * @return of the same shape and precision
     */
    NdArray prox(NdArray x, double step);

    /** The map group by group; empty where it is not made of groups, or their place matters. */
    default Optional<Groupwise> groupwise() {
        return Optional.empty();
    }

    /** The function that is 0 everywhere. */
    static Proximal zero() {
        return Zero.FUNCTION;
    }
}
