package org.acutance.math.scalar;

import java.util.function.DoubleUnaryOperator;

/**
 * A number with the function's value there.
 *
 * @param x the number
 * @param f the value; NaN or infinite where the function is not defined
 */
public record Point(double x, double f) {
    static Point at(DoubleUnaryOperator function, double x) {
        return new Point(x, function.applyAsDouble(x));
    }

    /** Whether this is lower than another point; what is not a number is not. */
    boolean isBelow(Point other) {
        return f < other.f || (Double.isNaN(other.f) && !Double.isNaN(f));
    }

    /** Whether the value is neither NaN nor infinite. */
    boolean isFinite() {
        return Double.isFinite(f);
    }
}
