package org.acutance.deblur.likelihood;

import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;

/**
 * A multiplicative iteration accelerated by squared extrapolation: SQUAREM of Varadhan &amp; Roland (2008), scheme S3. Of two
 * plain iterations from x0 with the differences r and r + v the parabola {@code x0 - 2 a r + a^2 v}, a = -|r|/|v|, is
 * followed. Where its end is not as low as the first plain iteration, the second one is taken instead: no step raises the
 * objective more than the plain iteration, and so it converges where that does.
 *
 * @param update the iteration
 * @param tolerance converged when the objective changes by no more than this share of itself
 */
public record Squarem(Update update, double tolerance) implements Optimizer<Settled> {
    @Override
    public Settled start(Objective objective, NdArray x0) {
        return Settled.at(Iterate.of(objective.at(x0)));
    }

    @Override
    public Settled step(Objective objective, Settled state) {
        Iterate first = update.advance(objective, state.iterate());
        NdArray second = update.from(first);
        NdArray move = first.x().minus(state.iterate().x());
        NdArray bend = second.minus(first.x()).minus(move);
        double length = -Math.max(1, move.norm() / Math.max(bend.norm(), Double.MIN_NORMAL));
        if (length == -1 || !Double.isFinite(length * length)) {
            return state.to(update.advance(objective, first), tolerance);
        }
        NdArray far = state.iterate().x().plusScaled(-2 * length, move).plusScaled(length * length, bend);
        Iterate next = Iterate.of(objective.at(Update.kept(far, second)));
        return state.to(next.value() <= first.value() ? next : update.advance(objective, first), tolerance);
    }
}
