package org.acutance.math.linear;

import java.util.Optional;

/**
 * A linear map A whose product {@code adjoint(apply(x))} is a circular convolution of x: it commutes with circular
 * shifts of the domain. Equations in such products have exact solutions in the Fourier domain.
 */
public interface CirculantMap extends LinearMap {
    @Override
    default Optional<CirculantMap> nearby() {
        return Optional.of(this);
    }
}
