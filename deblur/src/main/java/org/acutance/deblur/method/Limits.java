package org.acutance.deblur.method;

import java.util.OptionalInt;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;

/**
 * What the user limits.
 *
 * @param maxIterations limit of iterations; empty for the method's own
 */
public record Limits(OptionalInt maxIterations) {
    /** No limits. */
    public static final Limits NONE = new Limits(OptionalInt.empty());

    /** A loop that keeps these limits. */
    <S extends State> Minimize<S> on(Minimize<S> minimize) {
        return maxIterations.isPresent()
                ? minimize.withRule(StopRule.maxIterations(maxIterations.getAsInt()))
                : minimize;
    }
}
