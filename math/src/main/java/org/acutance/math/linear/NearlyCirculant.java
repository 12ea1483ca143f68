package org.acutance.math.linear;

import java.util.Optional;

/**
 * A map that is circulant but near the border.
 *
 * @param map the map
 * @param circulant what it is with a periodic border
 */
record NearlyCirculant(LinearMap map, CirculantMap circulant) implements Wrapped {
    @Override
    public Optional<CirculantMap> nearby() {
        return Optional.of(circulant);
    }

    @Override
    public String toString() {
        return map.toString();
    }
}
