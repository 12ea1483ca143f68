package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/** The parabola that stands for the objective near a point, and how its minimiser within a trust region is found. */
interface RegionModel {
    /** The step within a region, at least as good as the best along the steepest descent. */
    RegionStep within(double radius);

    /** What the region's norm is made of, to be kept for the next region, of the point's shape; empty if it is Euclidean. */
    default Optional<NdArray> curvatures() {
        return Optional.empty();
    }

    /** The length in the region's norm of the shortest step of Euclidean length 1. */
    default double unit() {
        return 1;
    }

    /** The same with steps as exact as rounding allows; empty if they are. */
    default Optional<RegionModel> refined() {
        return Optional.empty();
    }
}
