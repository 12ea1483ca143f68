package org.acutance.deblur.weight;

import java.util.function.ToDoubleFunction;

/**
 * What the best weight makes smallest.
 *
 * @param needsNoise whether it means nothing unless the level of the noise is known
 * @param value for the solution of one weight
 */
public record Criterion(boolean needsNoise, ToDoubleFunction<Fit> value) {
    /** The value for the solution of one weight. */
    double of(Fit fit) {
        return value.applyAsDouble(fit);
    }
}
