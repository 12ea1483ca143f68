package org.acutance.math.linear;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** A map that does what another does, and of which more is known. */
sealed interface Wrapped extends LinearMap permits Circulant, NearlyCirculant {
    /** The other map. */
    LinearMap map();

    @Override
    default String name() {
        return map().name();
    }

    @Override
    default Shape domain() {
        return map().domain();
    }

    @Override
    default Shape range() {
        return map().range();
    }

    @Override
    default NdArray apply(NdArray x) {
        return map().apply(x);
    }

    @Override
    default NdArray adjoint(NdArray y) {
        return map().adjoint(y);
    }
}
