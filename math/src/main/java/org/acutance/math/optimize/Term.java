package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;
import org.acutance.math.linear.LinearMap;

/**
 * One summand {@code function(map(x))} of a composite objective.
 *
 * @param map what the function is applied to
 * @param function known by its proximal map
 */
public record Term(LinearMap map, Proximal function) {
    /** The value at a point of the map's domain. */
    public double value(NdArray x) {
        return function.value(map.apply(x));
    }
}
