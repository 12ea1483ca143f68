package org.acutance.deblur.likelihood;

import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;

/**
 * A multiplicative iteration as it is. On a {@link PoissonLikelihood} with its sensitivity as denominator it is that of
 * Richardson (1972) and Lucy (1974), the expectation maximisation of Shepp &amp; Vardi (1982); with the gradient of a
 * penalty added to the denominator, Green's (1990) one step late, which for total variation is Dey's et al. (2006,
 * equation 13); on squares, with {@code A'Ax} as denominator, the image space reconstruction algorithm of
 * Daube-Witherspoon &amp; Muehllehner (1986).
 *
 * @param update the iteration
 * @param tolerance converged when the objective changes by no more than this share of itself
 */
public record Multiplicative(Update update, double tolerance) implements Optimizer<Settled> {
    @Override
    public Settled start(Objective objective, NdArray x0) {
        return Settled.at(Iterate.of(objective.at(x0)));
    }

    @Override
    public Settled step(Objective objective, Settled state) {
        return state.to(update.advance(objective, state.iterate()), tolerance);
    }
}
