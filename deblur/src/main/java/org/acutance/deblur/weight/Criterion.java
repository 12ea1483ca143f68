package org.acutance.deblur.weight;

/** What the best weight makes smallest. */
@FunctionalInterface
public interface Criterion {
    /** The value for the solution of one weight. */
    double of(Fit fit);
}
