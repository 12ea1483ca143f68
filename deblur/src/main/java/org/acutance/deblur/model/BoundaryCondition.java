package org.acutance.deblur.model;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** What the scene is taken to be beyond the frame. */
@FunctionalInterface
public interface BoundaryCondition {
    /**
     * The formation of observations, without gain and background.
     *
     * @param kernel the point spread function, of odd extents and the rank of the frame
     * @param frame shape of the observation
     */
    Formation formation(NdArray kernel, Shape frame);
}
