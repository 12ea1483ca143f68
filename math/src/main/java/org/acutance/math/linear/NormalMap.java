package org.acutance.math.linear;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The product {@code adjoint(apply(x))} of a map as a map of its own, which is its own adjoint.
 *
 * @param name the name in messages
 * @param map the map
 */
record NormalMap(String name, LinearMap map) implements LinearMap {
    @Override
    public Shape domain() {
        return map.domain();
    }

    @Override
    public Shape range() {
        return map.domain();
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name, domain());
        return map.adjoint(map.apply(x));
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name, range());
        return map.adjoint(map.apply(y));
    }
}
