package org.acutance.math.optimize;

import java.util.Optional;
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

    /**
     * This summand as one function of the point with a proximal map, {@code A' prox(A x)} for an orthogonal map A (Parikh
     * &amp; Boyd 2014, section 2.2); empty for any other map, where no such formula holds.
     */
    public Optional<Proximal> ofPoint() {
        return map.isOrthogonal() ? Optional.of(new Turned(map, function)) : Optional.empty();
    }

    private record Turned(LinearMap map, Proximal function) implements Proximal {
        @Override
        public double value(NdArray x) {
            return function.value(map.apply(x));
        }

        @Override
        public NdArray prox(NdArray x, double step) {
            return map.adjoint(function.prox(map.apply(x), step));
        }
    }
}
