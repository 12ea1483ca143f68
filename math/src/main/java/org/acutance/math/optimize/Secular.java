package org.acutance.math.optimize;

import java.util.function.DoubleFunction;

/**
 * The multiplier of a trust region: the shift of the Hessian for which the model's minimiser is on the boundary, by
 * Newton's method on {@code 1 / radius - 1 / length} with safeguards (Moré &amp; Sorensen 1983; Nocedal &amp; Wright
 * 2006, (4.43) and section 4.3).
 */
final class Secular {
    private static final int ITERATIONS = 100;
    private static final double TOLERANCE = 1e-10;

    private Secular() {}

    /**
     * The minimiser for one shift.
     *
     * @param length its Euclidean length
     * @param fall minus half the derivative of the squared length by the shift: {@code h'(H + shift)^-1 h}
     */
    record Shifted(double length, double fall) {}

    /**
     * The shift for a radius. Above the lowest shift the length falls from more than the radius.
     *
     * @param lowest where the shifted Hessian becomes singular, at least 0
     * @param highest a shift for which the length is less than the radius
     */
    static double shift(double lowest, double highest, double radius, DoubleFunction<Shifted> minimiser) {
        double low = lowest;
        double high = highest;
        double shift = Math.max(Math.nextUp(low), low + TOLERANCE * (high - low));
        for (int i = 0; i < ITERATIONS && low < high; i++) {
            Shifted at = minimiser.apply(shift);
            if (Math.abs(at.length() - radius) <= TOLERANCE * radius) {
                return shift;
            }
            if (at.length() > radius || Double.isNaN(at.length())) {
                low = shift;
            } else {
                high = shift;
            }
            double newton = shift + at.length() * at.length() / at.fall() * (at.length() - radius) / radius;
            shift = newton > low && newton < high ? newton : (low + high) / 2;
        }
        return shift;
    }
}
