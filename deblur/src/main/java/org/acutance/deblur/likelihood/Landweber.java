package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;

/**
 * Steps down the gradient (Landweber 1951), projected on what is not negative if asked for (Eicke 1992). The projection is
 * within the iteration, so that every estimate is not negative and the limit is the least of those that are not. A step
 * that is too long for the curvature along it is halved for good, so that no step raises the objective.
 *
 * @param step multiple of the gradient to try first, positive
 * @param positive whether negative elements become 0 in every iteration
 * @param tolerance converged when the objective changes by no more than this share of itself
 */
public record Landweber(double step, boolean positive, double tolerance) implements Optimizer<Landweber.Stepping> {
    private static final int HALVINGS = 60;

    /**
     * The state.
     *
     * @param iterate the current point
     * @param step multiple of the gradient
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Stepping(Iterate iterate, double step, double stepLength, Optional<Reason> reason) implements State {}

    @Override
    public Stepping start(Objective objective, NdArray x0) {
        Settled first = Settled.at(Iterate.of(objective.at(positive ? projected(x0) : x0)));
        return new Stepping(first.iterate(), step, 0, first.reason());
    }

    @Override
    public Stepping step(Objective objective, Stepping state) {
        Iterate at = state.iterate();
        double length = state.step();
        for (int i = 0; i < HALVINGS; i++) {
            NdArray target = at.x().plusScaled(-length, at.gradient());
            Iterate next = Iterate.of(objective.at(positive ? projected(target) : target));
            NdArray move = next.x().minus(at.x());
            if (next.value() <= at.value() + at.gradient().dot(move) + move.dot(move) / (2 * length)) {
                return new Stepping(next, length, move.norm(), Settled.ending(at, next, tolerance));
            }
            length /= 2;
        }
        return new Stepping(at, length, 0, Optional.of(Reason.PRECISION_REACHED));
    }

    private static NdArray projected(NdArray x) {
        return NdArray.elementwise(
                "project",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(0, in[0][i]);
                    }
                },
                x);
    }
}
