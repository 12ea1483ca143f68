package org.acutance.math.linear;

/**
 * A map that is known to have circulant products, under that type.
 *
 * @param map the map
 */
record Circulant(LinearMap map) implements CirculantMap, Wrapped {
    @Override
    public String toString() {
        return map.toString();
    }
}
