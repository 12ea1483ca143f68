package org.acutance.deblur.likelihood;

import org.acutance.math.array.NdArray;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;

/**
 * Adds the residual itself: {@code x + relaxation * (y - Ax)} (van Cittert 1931). It converges only where the frequency
 * response has a positive real part; elsewhere the misfit rises and the best estimate on the way is kept.
 *
 * @param blur A, from images of one shape to images of the same
 * @param observed y
 * @param relaxation share of the residual that is added
 * @param tolerance converged when the objective changes by no more than this share of itself
 */
public record VanCittert(LinearMap blur, NdArray observed, double relaxation, double tolerance)
        implements Optimizer<Settled> {
    @Override
    public Settled start(Objective objective, NdArray x0) {
        return Settled.at(Iterate.of(objective.at(x0)));
    }

    @Override
    public Settled step(Objective objective, Settled state) {
        NdArray x = state.iterate().x();
        NdArray target = x.plusScaled(relaxation, observed.minus(blur.apply(x)));
        return state.to(Iterate.of(objective.at(target)), tolerance);
    }
}
