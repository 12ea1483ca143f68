package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;

/**
 * A multiplicative iteration accelerated by vector extrapolation (Biggs &amp; Andrews 1997, "Acceleration of iterative image
 * restoration algorithms", equations 6 to 9; the way of MATLAB's {@code deconvlucy}): each iteration starts beyond the
 * point that the last one gave, by a share of the last move that successive steps suggest. Nothing forbids the objective to
 * rise on the way; {@link Squarem} does.
 *
 * @param update the iteration
 * @param tolerance converged when the objective changes by no more than this share of itself
 */
public record BiggsAndrews(Update update, double tolerance) implements Optimizer<BiggsAndrews.Extrapolated> {
    /**
     * The state.
     *
     * @param iterate the extrapolated point, at which the objective is known
     * @param base the point that the plain iteration gave, from which it was extrapolated
     * @param change what the plain iteration changed last; empty before the first
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Extrapolated(
            Iterate iterate, NdArray base, Optional<NdArray> change, double stepLength, Optional<Reason> reason)
            implements State {}

    @Override
    public Extrapolated start(Objective objective, NdArray x0) {
        Settled first = Settled.at(Iterate.of(objective.at(x0)));
        return new Extrapolated(first.iterate(), x0, Optional.empty(), 0, first.reason());
    }

    @Override
    public Extrapolated step(Objective objective, Extrapolated state) {
        NdArray plain = update.from(state.iterate());
        NdArray change = plain.minus(state.iterate().x());
        double share = state.change().map(last -> share(change, last)).orElse(0.0);
        NdArray far = plain.plusScaled(share, plain.minus(state.base()));
        Iterate next = Iterate.of(objective.at(share == 0 ? plain : Update.kept(far, plain)));
        return new Extrapolated(
                next,
                plain,
                Optional.of(change),
                Settled.distance(next.x(), state.iterate().x()),
                Settled.ending(state.iterate(), next, tolerance));
    }

    private static double share(NdArray change, NdArray last) {
        double length = last.dot(last);
        return length == 0 ? 0 : Math.max(0, Math.min(1, change.dot(last) / length));
    }
}
