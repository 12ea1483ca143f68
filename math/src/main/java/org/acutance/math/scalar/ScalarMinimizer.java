package org.acutance.math.scalar;

import java.util.function.DoubleUnaryOperator;

/** A method that finds a minimum of a function of one variable, as {@code scipy.optimize.minimize_scalar}. */
@FunctionalInterface
public interface ScalarMinimizer {
    /** The lowest point found, and why the search ended. */
    ScalarMinimum minimize(DoubleUnaryOperator function);
}
