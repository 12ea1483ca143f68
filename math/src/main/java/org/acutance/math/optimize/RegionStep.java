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

    /**
     * The positive multiple of a direction d that leads from a point p within the region to its boundary.
     *
     * @param squared d'd
     * @param along p'd
     * @param room the radius squared less p'p
     */
    static double toBoundary(double squared, double along, double room) {
        double left = Math.max(0, room);
        double root = Math.sqrt(along * along + squared * left);
        return along > 0 ? left / (along + root) : (root - along) / squared;
    }
}
