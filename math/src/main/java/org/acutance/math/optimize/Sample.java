package org.acutance.math.optimize;

/**
 * A step with the value and the slope there.
 *
 * @param step multiple of the direction
 * @param value the objective there
 * @param slope its derivative with respect to the step
 */
record Sample(double step, double value, double slope) {
    /** This sample of the function less {@code slope * step}, the auxiliary function of Moré and Thuente. */
    Sample tilted(double by) {
        return new Sample(step, value - by * step, slope - by);
    }
}
