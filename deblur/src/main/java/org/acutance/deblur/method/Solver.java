package org.acutance.deblur.method;

import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Solution;

/** A method that has been prepared for one problem. */
@FunctionalInterface
public interface Solver {
    /**
     * Solves the problem.
     *
     * @param start where to start, of the shape of the canvas
     * @param watch sees the run and may end it
     * @return the best estimate, of the shape of the canvas, and why the search ended
     */
    Solution solve(NdArray start, Watch watch);
}
