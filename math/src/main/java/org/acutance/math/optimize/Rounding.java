package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/** What a precision can resolve. */
final class Rounding {
    private Rounding() {}

    /** The largest difference of two values near {@code value} that rounding of the point alone may bring about. */
    static double noise(Precision precision, double value) {
        return 16 * precision.epsilon() * Math.abs(value);
    }

    /** The smallest change of an element that shows beside the largest element of a point. */
    static double resolution(NdArray x) {
        return x.precision().epsilon() * Math.max(x.maxAbs(), Float.MIN_NORMAL);
    }
}
