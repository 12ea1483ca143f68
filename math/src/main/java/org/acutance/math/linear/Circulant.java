package org.acutance.math.linear;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A map that is known to have circulant products, under that type.
 *
 * @param map the map
 */
record Circulant(LinearMap map) implements CirculantMap {
    @Override
    public String name() {
        return map.name();
    }

    @Override
    public Shape domain() {
        return map.domain();
    }

    @Override
    public Shape range() {
        return map.range();
    }

    @Override
    public NdArray apply(NdArray x) {
        return map.apply(x);
    }

    @Override
    public NdArray adjoint(NdArray y) {
        return map.adjoint(y);
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
