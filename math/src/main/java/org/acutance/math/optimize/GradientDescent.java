package org.acutance.math.optimize;

import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;

/**
 * Gradient descent with Nesterov's momentum, a step that adapts by backtracking (Beck &amp; Teboulle 2009, FISTA with
 * backtracking), and momentum dropped whenever it leads uphill (O'Donoghue &amp; Candès 2015).
 *
 * @param gtol converged when no element of the gradient is larger
 * @param maxiter limit of iterations; 200 per unknown, at least 100000, if empty
 */
public record GradientDescent(double gtol, OptionalLong maxiter) implements Optimizer<GradientDescent.Momentum> {
    private static final int PATIENCE = 100;
    private static final long LEAST_MAXITER = 100_000;
    private static final int HALVINGS = 100;
    private static final double GROWTH = 1.1;

    /**
     * The state of gradient descent.
     *
     * @param iterate the point that momentum led to
     * @param base the point that the gradient led to before, from which the momentum starts
     * @param baseValue the objective there
     * @param step multiple of the gradient to try next
     * @param weight the sequence t of Beck &amp; Teboulle (4.2), 1 without momentum
     * @param firstGradient Euclidean norm of the gradient at the start
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Momentum(
            Iterate iterate,
            NdArray base,
            double baseValue,
            double step,
            double weight,
            double firstGradient,
            double stepLength,
            Optional<Reason> reason)
            implements State {
        Momentum ended(Reason why) {
            return new Momentum(iterate, base, baseValue, step, weight, firstGradient, stepLength, Optional.of(why));
        }
    }

    @Override
    public Momentum start(Objective objective, NdArray x0) {
        Iterate at = Iterate.of(objective.at(x0));
        double step = Math.min(1, 1 / at.gradient().norm());
        return new Momentum(at, x0, at.value(), step, 1, at.gradient().norm(), 0, reason(at));
    }

    @Override
    public Momentum step(Objective objective, Momentum state) {
        Line line = Line.steepest(objective, state.iterate());
        Optional<Trial> found = backtrack(line, state.step());
        if (found.isEmpty()) {
            return state.weight() > 1
                    ? restart(objective, state)
                    : state.ended(Diagnosis.of(line, state.firstGradient()));
        }
        return next(objective, state, found.get());
    }

    private static Optional<Trial> backtrack(Line line, double first) {
        double step = first;
        for (int i = 0; i < HALVINGS && step > line.resolution(); i++) {
            Trial trial = line.at(step);
            if (trial.value() <= line.value() + step * line.slope() / 2) {
                return Optional.of(trial);
            }
            step /= 2;
        }
        return Optional.empty();
    }

    private Momentum restart(Objective objective, Momentum state) {
        Iterate at = Iterate.of(objective.at(state.base()));
        return new Momentum(at, state.base(), at.value(), state.step(), 1, state.firstGradient(), 0, reason(at));
    }

    private Momentum next(Objective objective, Momentum state, Trial trial) {
        if (trial.value() > state.baseValue()) {
            return restart(objective, state);
        }
        NdArray to = trial.point().x();
        NdArray move = to.minus(state.base());
        boolean uphill = state.iterate().gradient().dot(move) > 0;
        double weight = uphill ? 1 : (1 + Math.sqrt(1 + 4 * state.weight() * state.weight())) / 2;
        double momentum = uphill ? 0 : (state.weight() - 1) / weight;
        Evaluation point = momentum == 0 ? trial.point() : objective.at(to.plusScaled(momentum, move));
        Iterate at = Iterate.of(point);
        if (!at.isFinite()) {
            return momentum == 0 ? state.ended(Reason.NON_FINITE) : plain(state, trial);
        }
        double length = at.x().minus(state.iterate().x()).norm();
        return new Momentum(
                at, to, trial.value(), trial.step() * GROWTH, weight, state.firstGradient(), length, reason(at));
    }

    private Momentum plain(Momentum state, Trial trial) {
        Iterate at = Iterate.of(trial.point());
        double length = at.x().minus(state.iterate().x()).norm();
        return at.isFinite()
                ? new Momentum(at, at.x(), at.value(), trial.step(), 1, state.firstGradient(), length, reason(at))
                : state.ended(Reason.NON_FINITE);
    }

    private Optional<Reason> reason(Iterate at) {
        return at.gradient().maxAbs() <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter.orElse(Math.max(LEAST_MAXITER, 200L * unknowns)))
                .or(StopRule.noImprovement(PATIENCE));
    }
}
