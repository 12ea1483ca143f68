package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The spectral projected gradient method (Birgin, Martínez &amp; Raydan 2000, algorithm SPG2): one projection gives a
 * feasible direction, along which the value must come sufficiently below the largest of the last ten.
 *
 * @param constraint a convex set, as {@link Bounds} are: 0 inside and infinite beyond, its proximal map the projection
 * @param gtol converged when no element of {@code x - project(x - gradient)} is larger
 * @param maxiter limit of iterations
 */
public record ProjectedGradient(Proximal constraint, double gtol, int maxiter) implements Optimizer<Spectral> {
    private static final int PATIENCE = 200;
    private static final int TRIALS = 60;
    private static final double SUFFICIENT = 1e-4;

    /** The method with tolerance 1e-6 and at most 100000 iterations. */
    public static ProjectedGradient of(Proximal constraint) {
        return new ProjectedGradient(constraint, 1e-6, 100_000);
    }

    @Override
    public Optional<Optimizer<Spectral>> within(Bounds bounds) {
        return constraint instanceof Bounds own
                ? Optional.of(new ProjectedGradient(own.and(bounds), gtol, maxiter))
                : Optional.empty();
    }

    @Override
    public Spectral start(Objective objective, NdArray x0) {
        return Spectral.start(objective, constraint, x0, gtol);
    }

    @Override
    public Spectral step(Objective objective, Spectral state) {
        Composite at = state.at();
        NdArray move = at.forwardBackward(constraint, state.step()).minus(at.x());
        double slope = at.slope().dot(move);
        double resolution = Rounding.resolution(at.x()) / move.maxAbs();
        boolean metNonFinite = false;
        double share = 1;
        for (int i = 0; i < TRIALS && slope < 0 && share > resolution; i++) {
            Evaluation trial = objective.at(constraint.prox(at.x().plusScaled(share, move), 1));
            if (trial.value() <= state.ceiling() + SUFFICIENT * share * slope) {
                Composite to = Composite.of(trial, constraint);
                if (to.isFinite()) {
                    return state.next(to, constraint, gtol);
                }
                metNonFinite = true;
            }
            metNonFinite |= !Double.isFinite(trial.value());
            share = shorter(share, slope, trial.value() - at.value());
        }
        return state.ended(at.failure(objective, constraint, state.hasFallen(), metNonFinite));
    }

    /** The minimiser of the parabola through the values, where it is safe. */
    private static double shorter(double share, double slope, double rise) {
        double parabola = -share * share * slope / (2 * (rise - share * slope));
        return parabola >= 0.1 * share && parabola <= 0.9 * share ? parabola : share / 2;
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter).or(StopRule.noImprovement(PATIENCE));
    }
}
