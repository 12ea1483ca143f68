package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * A point with its values, for methods with constraints that compute no derivatives.
 *
 * @param x the point
 * @param value the objective there, infinite where it is not a number
 * @param excesses by how much the constraints are beyond each of their limits, negative where they are within, infinite
 *     where they are not a number: a vector
 */
public record DirectPoint(NdArray x, double value, NdArray excesses) {
    static DirectPoint at(NdArray x, Objective objective, ConstraintSystem system) {
        return new DirectPoint(x, defined(objective.at(x).value()), NdArray.vector(system.excesses(system.at(x))));
    }

    private static double defined(double value) {
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }

    /** The largest violation of a constraint. */
    double violation() {
        return excesses.size() == 0 ? 0 : Math.max(0, excesses.max());
    }

    /** The value with a penalty for the violation. */
    double merit(double penalty) {
        double violation = violation();
        return violation == 0 ? value : Double.isInfinite(violation) ? violation : value + penalty * violation;
    }

    boolean isFinite() {
        return Double.isFinite(value) && excesses.isFinite();
    }
}
