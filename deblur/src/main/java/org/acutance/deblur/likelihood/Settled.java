package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;

/**
 * The state of iterations that remember nothing but where they are.
 *
 * @param iterate the current point
 * @param stepLength Euclidean length of the last step
 * @param reason why it ended
 */
public record Settled(Iterate iterate, double stepLength, Optional<Reason> reason) implements State {
    /** The state at a start. */
    static Settled at(Iterate first) {
        return new Settled(first, 0, first.isStationary() ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty());
    }

    /** The state after a step, ended if the objective changed by no more than a share of itself. */
    Settled to(Iterate next, double tolerance) {
        return new Settled(next, distance(next.x(), iterate.x()), ending(iterate, next, tolerance));
    }

    static double distance(NdArray to, NdArray from) {
        return to.minus(from).norm();
    }

    static Optional<Reason> ending(Iterate before, Iterate next, double tolerance) {
        if (!next.isFinite()) {
            return Optional.of(Reason.NON_FINITE);
        }
        return Math.abs(before.value() - next.value()) <= tolerance * Math.abs(before.value())
                ? Optional.of(Reason.DECREASE_SMALL)
                : Optional.empty();
    }
}
