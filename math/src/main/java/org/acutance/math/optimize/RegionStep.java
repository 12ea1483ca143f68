package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * A step within a trust region.
 *
 * @param step the step, of the point's shape
 * @param promised the decrease that the model promises
 * @param length its length in the region's norm
 * @param atBoundary whether that is the radius
 */
record RegionStep(NdArray step, double promised, double length, boolean atBoundary) {
    /** Downhill to the boundary, the curvature unknown. */
    static RegionStep downhill(NdArray gradient, double radius) {
        double norm = gradient.norm();
        return new RegionStep(gradient.times(-radius / norm), radius * norm, radius, true);
    }
}
