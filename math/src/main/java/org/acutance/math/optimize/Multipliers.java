package org.acutance.math.optimize;

import java.util.List;
import org.acutance.math.array.NdArray;

/**
 * Lagrange's multipliers in the sign of SciPy's {@code trust-constr}: at a minimum the gradient of the objective, plus
 * each multiplier times the gradient of what it belongs to, is 0. They are positive where an upper limit holds, negative
 * where a lower one does, 0 between.
 *
 * @param bounds of the elements, of the point's shape
 * @param constraints of each constraint, of the shape of its values
 */
public record Multipliers(NdArray bounds, List<NdArray> constraints) {
    /** Multipliers; the list is copied. */
    public Multipliers {
        constraints = List.copyOf(constraints);
    }
}
