package org.acutance.math.linear;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * One linear map after another.
 *
 * @param second the map that is applied last
 * @param first the map that is applied first, whose range is the domain of the second
 */
public record Composition(LinearMap second, LinearMap first) implements LinearMap {
    /**
     * A composition.
     *
     * @throws IllegalArgumentException if the range of the first is not the domain of the second
     */
    public Composition {
        first.range().require(second.name() + " after " + first.name(), second.domain());
    }

    @Override
    public String name() {
        return second.name() + " after " + first.name();
    }

    @Override
    public Shape domain() {
        return first.domain();
    }

    @Override
    public Shape range() {
        return second.range();
    }

    @Override
    public NdArray apply(NdArray x) {
        return second.apply(first.apply(x));
    }

    @Override
    public NdArray adjoint(NdArray y) {
        return first.adjoint(second.adjoint(y));
    }
}
