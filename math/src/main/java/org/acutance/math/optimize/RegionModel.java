package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/** The parabola that stands for the objective near a point, and how its minimiser within a trust region is found. */
interface RegionModel {
    /** The step within a region, at least as good as the best along the steepest descent. */
    RegionStep within(double radius);

    /** The lengths in units of x of which the region's norm takes the inverse as weights, of the point's shape or rank 0. */
    default NdArray weights() {
        return NdArray.scalar(1);
    }

    /** The same with steps as exact as rounding allows; empty if they are. */
    default Optional<RegionModel> refined() {
        return Optional.empty();
    }
}
