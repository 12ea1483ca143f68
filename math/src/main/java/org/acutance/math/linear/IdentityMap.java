package org.acutance.math.linear;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The map that changes nothing.
 *
 * @param domain the shape that it takes and gives
 */
public record IdentityMap(Shape domain) implements CirculantMap {
    @Override
    public String name() {
        return "identity";
    }

    @Override
    public Shape range() {
        return domain;
    }

    @Override
    public boolean isOrthogonal() {
        return true;
    }

    @Override
    public NdArray apply(NdArray x) {
        x.shape().require(name(), domain);
        return x;
    }

    @Override
    public NdArray adjoint(NdArray y) {
        y.shape().require("adjoint of " + name(), domain);
        return y;
    }
}
