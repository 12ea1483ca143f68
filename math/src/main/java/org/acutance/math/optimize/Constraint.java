package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * Limits of a function of the point, {@code lower <= c(x) <= upper}, as SciPy's constraints of that name; equal limits
 * make an equation. Limits of the elements themselves are {@link Bounds}.
 */
public sealed interface Constraint permits LinearConstraint, NonlinearConstraint {
    /** The left side at a point, with its Jacobian. */
    VectorEvaluation at(NdArray x);

    /** The limits of the left side, each of rank 0 for the same everywhere or else of the left side's shape. */
    Bounds limits();

    /** This constraint with what is differenced asked within bounds only, by steps of a length in units of x. */
    Constraint differencedWithin(Bounds bounds, double eps);
}
