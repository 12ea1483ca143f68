package org.acutance.math.optimize;

import org.acutance.math.catalogue.Arguments;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.catalogue.SpecException;

/** Bounds in the written form of a method, the same for all elements. */
public final class WrittenBounds {
    /** The lower limit. */
    public static final Parameter<Double> LOWER =
            Parameter.numberOrInfinity("lower", "least value of an element, in units of x", "-inf");

    /** The upper limit. */
    public static final Parameter<Double> UPPER =
            Parameter.numberOrInfinity("upper", "largest value of an element, in units of x", "inf");

    private WrittenBounds() {}

    /**
     * The bounds that both parameters give.
     *
     * @throws SpecException if they leave no number
     */
    public static Bounds of(Arguments arguments) {
        double lower = arguments.get(LOWER);
        double upper = arguments.get(UPPER);
        if (lower > upper || lower == Double.POSITIVE_INFINITY || upper == Double.NEGATIVE_INFINITY) {
            throw new SpecException("bounds: lower=" + lower + " and upper=" + upper
                    + " leave no number; give a lower limit that is at most the upper one");
        }
        return Bounds.between(lower, upper);
    }
}
