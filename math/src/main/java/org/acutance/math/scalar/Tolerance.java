package org.acutance.math.scalar;

/**
 * How near to a point counts as there.
 *
 * @param relative in units of the point
 * @param absolute added to that
 */
record Tolerance(double relative, double absolute) {
    double at(double x) {
        return relative * Math.abs(x) + absolute;
    }
}
