package org.acutance.math.optimize;

/**
 * How often an objective was computed. A difference of gradients counts as a gradient.
 *
 * @param nfev number of values
 * @param njev number of gradients
 * @param nhev number of Hessian products
 */
public record Counts(int nfev, int njev, int nhev) {
    /** Nothing computed yet. */
    public static final Counts NONE = new Counts(0, 0, 0);
}
