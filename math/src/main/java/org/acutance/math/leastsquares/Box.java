package org.acutance.math.leastsquares;

/**
 * The bounds and a trust region around a point, both boxes.
 *
 * @param x the point
 * @param lower the lower bounds
 * @param upper the upper bounds
 * @param reach how far each element may go in the region; 0 where it is held
 */
@SuppressWarnings("ArrayRecordComponent")
record Box(double[] x, double[] lower, double[] upper, double[] reach) {
    private static final double NEAR = 4 * Math.ulp(1d);

    private double low(int element) {
        return Math.max(lower[element] - x[element], -reach[element]);
    }

    private double high(int element) {
        return Math.min(upper[element] - x[element], reach[element]);
    }

    /** The step to the linear model's minimum, or along the way from the steepest descent's minimum to there. */
    double[] dogleg(double[] newton, double[] gradient, Parabola descent) {
        if (contains(newton)) {
            return newton;
        }
        double[] down = Dense.scaled(-1, gradient);
        double[] cauchy = Dense.scaled(descent.lowestBetween(0, room(new double[down.length], down)), down);
        double[] onward = Dense.plus(newton, -1, cauchy);
        return Dense.plus(cauchy, room(cauchy, onward), onward);
    }

    private boolean contains(double... step) {
        for (int i = 0; i < step.length; i++) {
            if (step[i] < low(i) || step[i] > high(i)) {
                return false;
            }
        }
        return true;
    }

    private double room(double[] from, double... direction) {
        double room = Double.POSITIVE_INFINITY;
        for (int i = 0; i < from.length; i++) {
            double limit = direction[i] < 0 ? low(i) : high(i);
            room = direction[i] == 0 ? room : Math.min(room, (limit - from[i]) / direction[i]);
        }
        return Math.max(room, 0);
    }

    /** Where a step leads, exactly on a bound that it reaches. */
    double[] landed(double... step) {
        double[] landed = Dense.plus(x, 1, step);
        for (int i = 0; i < landed.length; i++) {
            double near = NEAR * (Math.abs(x[i]) + Math.abs(step[i]));
            landed[i] = landed[i] <= lower[i] + near ? lower[i] : landed[i] >= upper[i] - near ? upper[i] : landed[i];
        }
        return landed;
    }

    /** Whether a step ends at the region's edge. */
    boolean isAtEdge(double... step) {
        for (int i = 0; i < step.length; i++) {
            if (reach[i] > 0 && Math.abs(step[i]) >= reach[i] * (1 - NEAR)) {
                return true;
            }
        }
        return false;
    }
}
