package org.acutance.math.leastsquares;

import java.util.Optional;

/**
 * How a trust region changes after a trial.
 *
 * @param radius its new radius
 * @param ratio decrease over what the model promised
 */
record Region(double radius, double ratio) {
    /**
     * The region after a trial.
     *
     * @param length of the step, in units of the radius
     * @param atEdge whether the step ended at the region's edge
     */
    static Region after(double radius, double decrease, double promised, double length, boolean atEdge) {
        double ratio = promised > 0 ? decrease / promised : promised == 0 && decrease == 0 ? 1 : 0;
        if (ratio < 0.25) {
            return new Region(0.25 * length, ratio);
        }
        return new Region(ratio > 0.75 && atEdge ? 2 * radius : radius, ratio);
    }

    /** What came of trials in smaller and smaller regions: a lower point, or why there is none. */
    record Outcome(Optional<Linearised> lower, Optional<Status> status) {}
}
