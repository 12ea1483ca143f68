package org.acutance.deblur.weight;

import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * The weight that makes something smallest.
 *
 * @param needsNoise whether it means nothing unless the level of the noise is known
 * @param value what is made smallest, for the solution of one weight
 */
record Criterion(boolean needsNoise, ToDoubleFunction<Fit> value) implements WeightRule {
    /** The value for the solution of one weight. */
    double of(Fit fit) {
        return value.applyAsDouble(fit);
    }

    @Override
    public Found find(DoubleFunction<Fit> rough, DoubleFunction<Fit> close, double first) {
        return WeightSearch.best(rough, close, this, first);
    }
}
