package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/** The model of an objective whose curvature is not known: down to the boundary. */
record Downhill(NdArray gradient) implements RegionModel {
    @Override
    public RegionStep within(double radius) {
        return RegionStep.downhill(gradient, radius);
    }
}
