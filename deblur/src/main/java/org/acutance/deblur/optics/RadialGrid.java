package org.acutance.deblur.optics;

import org.acutance.math.array.NdArray;

/**
 * Where an intensity is tabulated.
 *
 * @param step of the radius in nm
 * @param count number of radii, from 0
 * @param stage positions of the planes in nm
 */
public record RadialGrid(double step, int count, NdArray stage) {
    /** As far out as {@code radius} in nm. */
    static RadialGrid reaching(double radius, double step, NdArray stage) {
        return new RadialGrid(step, (int) Math.ceil(radius / step) + 1 + RadialIntensity.MARGIN, stage);
    }

    /** The grid that reaches further by {@code more} nm. */
    RadialGrid widened(double more) {
        return reaching(
                (count - 1 - RadialIntensity.MARGIN) * step + more + RadialIntensity.MARGIN * step, step, stage);
    }

    /** Largest radius in nm. */
    double radius() {
        return (count - 1) * step;
    }

    /** Largest distance of a plane from 0, in nm. */
    double reach() {
        return stage.maxAbs();
    }
}
