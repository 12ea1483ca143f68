package org.acutance.deblur.weight;

import java.util.function.DoubleFunction;

/** A way to find a weight from what the solutions for several weights are like. */
public sealed interface WeightRule permits Criterion, LCurve {
    /** Whether it means nothing unless the level of the noise is known. */
    boolean needsNoise();

    /**
     * The weight.
     *
     * @param rough what the solution for a weight is like, roughly
     * @param close what it is like
     * @param first a weight that smooths too much, positive
     */
    Found find(DoubleFunction<Fit> rough, DoubleFunction<Fit> close, double first);

    /**
     * Where a search ended.
     *
     * @param weight the weight
     * @param nearest the solution for the nearest of the weights that were tried closely
     */
    record Found(double weight, Fit nearest) {}
}
