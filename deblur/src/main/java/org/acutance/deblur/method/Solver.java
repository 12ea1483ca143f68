package org.acutance.deblur.method;

/** A method that has been prepared for one problem. */
@FunctionalInterface
public interface Solver {
    /**
     * Solves the problem.
     *
     * @param start where to start
     * @param watch sees the run and may end it
     */
    Solved solve(Start start, Watch watch);
}
