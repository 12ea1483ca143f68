package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The proximal gradient method, forward-backward splitting, with spectral steps that are shortened until the value is
 * sufficiently below the largest of the last ten (Wright, Nowak &amp; Figueiredo 2009, SpaRSA).
 *
 * @param proximal what is added to the smooth objective
 * @param gtol converged when no element of {@code x - prox(x - gradient)} is larger
 * @param maxiter limit of iterations
 */
public record ProximalGradient(Proximal proximal, double gtol, int maxiter) implements Optimizer<Spectral> {
    private static final int PATIENCE = 200;
    private static final int TRIALS = 100;
    private static final double SUFFICIENT = 1e-2;

    /** The method with tolerance 1e-6 and at most 100000 iterations. */
    public static ProximalGradient of(Proximal proximal) {
        return new ProximalGradient(proximal, 1e-6, 100_000);
    }

    @Override
    public Optional<Optimizer<Spectral>> within(Bounds bounds) {
        return proximal instanceof Bounds own
                ? Optional.of(new ProximalGradient(own.and(bounds), gtol, maxiter))
                : Optional.empty();
    }

    @Override
    public Optional<Optimizer<Spectral>> adding(Proximal function) {
        return proximal instanceof Bounds own && own.isUnlimited()
                ? Optional.of(new ProximalGradient(function, gtol, maxiter))
                : Optional.empty();
    }

    @Override
    public Spectral start(Objective objective, NdArray x0) {
        return Spectral.start(objective, proximal, x0, gtol);
    }

    @Override
    public Spectral step(Objective objective, Spectral state) {
        Composite at = state.at();
        double resolution = Rounding.resolution(at.x());
        double step = state.step();
        boolean metNonFinite = false;
        for (int i = 0; i < TRIALS; i++) {
            NdArray x = at.forwardBackward(proximal, step);
            NdArray move = x.minus(at.x());
            if (move.maxAbs() <= resolution) {
                break;
            }
            Evaluation trial = objective.at(x);
            double value = trial.value() + proximal.value(x);
            metNonFinite |= !Double.isFinite(value);
            if (value <= state.ceiling() - SUFFICIENT / (2 * step) * move.dot(move)) {
                Composite to = Composite.of(trial, proximal);
                if (to.isFinite()) {
                    return state.next(to, proximal, gtol);
                }
                metNonFinite = true;
            }
            step /= 2;
        }
        return state.ended(at.failure(objective, proximal, state.hasFallen(), metNonFinite));
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter).or(StopRule.noImprovement(PATIENCE));
    }
}
