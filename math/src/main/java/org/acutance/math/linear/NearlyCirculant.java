package org.acutance.math.linear;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A map that is circulant but near the border.
 *
 * @param map the map
 * @param circulant what it is with a periodic border
 */
record NearlyCirculant(LinearMap map, CirculantMap circulant) implements LinearMap {
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
    public Optional<CirculantMap> nearby() {
        return Optional.of(circulant);
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
