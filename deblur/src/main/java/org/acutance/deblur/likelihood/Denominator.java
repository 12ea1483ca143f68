package org.acutance.deblur.likelihood;

import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Iterate;

/**
 * What the gradient is divided by in a multiplicative iteration. Where the gradient is split into {@code D - N}, neither
 * negative, the iteration {@code x N / D} is {@code x - x g / D}.
 */
@FunctionalInterface
public interface Denominator {
    /**
     * D at a point, of the point's shape.
     *
     * @param point with its gradient
     */
    NdArray at(Iterate point);

    /** That of Richardson-Lucy: what one unit of each element adds to the prediction, whatever the point. */
    static Denominator constant(NdArray sensitivity) {
        return point -> sensitivity;
    }
}
