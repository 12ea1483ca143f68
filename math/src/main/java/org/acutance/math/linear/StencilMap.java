package org.acutance.math.linear;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Stencils as a linear map.
 *
 * @param name the name in messages
 * @param pass the stencils
 * @param domain the shape that the map takes
 * @param range the shape that the map gives
 */
record StencilMap(String name, StencilPass pass, Shape domain, Shape range) implements LinearMap {
    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name, domain);
        return pass.apply(x, range);
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name, range);
        return pass.adjoint(y, domain);
    }

    @Override
    public String toString() {
        return name + " of " + domain + (pass.periodic() ? ", periodic" : "");
    }
}
