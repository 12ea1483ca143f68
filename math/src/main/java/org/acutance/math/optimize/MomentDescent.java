package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The first-order methods of learning, Adam, RMSprop and gradient descent with momentum. With the schedule
 * {@link Schedule#PLATEAU} they converge by themselves: whenever the value has not fallen for some iterations, the method
 * goes back to the best point, forgets its moments and halves the rate; while the value falls steadily it doubles the
 * rate. Where the objective is not finite they go back so whatever the schedule.
 *
 * @param rule how a direction is made of the gradients
 * @param learningRate the first learning rate
 * @param schedule how it changes
 * @param decay iterations that the schedule counts in
 * @param patience iterations without a lower value before the rate is halved, on a plateau
 * @param gtol converged when no element of the gradient is larger
 * @param xtol ended when the rate is at most this
 * @param maxiter limit of iterations
 */
public record MomentDescent(
        MomentRule rule,
        double learningRate,
        Schedule schedule,
        int decay,
        int patience,
        double gtol,
        double xtol,
        int maxiter)
        implements Optimizer<MomentDescent.Point> {
    private static final int PATIENCE = 1000;
    private static final int STEADY = 2;

    /**
     * The state of a method.
     *
     * @param iterate the point
     * @param best the best point so far
     * @param moments what is remembered of the gradients
     * @param iteration iterations so far
     * @param waited iterations since the best value fell; negative while it falls in each
     * @param blocked whether the rate was last halved because the objective was not finite
     * @param rate learning rate, without the schedule's factor
     * @param stepLength Euclidean length of the last step
     * @param firstGradient Euclidean norm of the gradient at the start
     * @param reason why it ended
     */
    public record Point(
            Iterate iterate,
            Iterate best,
            MomentRule.Moments moments,
            int iteration,
            int waited,
            boolean blocked,
            double rate,
            double stepLength,
            double firstGradient,
            Optional<Reason> reason)
            implements State {
        Point ended(Reason why) {
            return new Point(
                    iterate,
                    best,
                    moments,
                    iteration,
                    waited,
                    blocked,
                    rate,
                    stepLength,
                    firstGradient,
                    Optional.of(why));
        }
    }

    @Override
    public Point start(Objective objective, NdArray x0) {
        Iterate at = Iterate.of(objective.at(x0));
        return fresh(at, 0, false, learningRate, 0, at.gradient().norm());
    }

    private Point fresh(
            Iterate at, int iteration, boolean blocked, double rate, double stepLength, double firstGradient) {
        MomentRule.Moments moments = rule.fresh(at.x());
        return new Point(at, at, moments, iteration, 0, blocked, rate, stepLength, firstGradient, reason(at));
    }

    @Override
    public Point step(Objective objective, Point state) {
        double rate = state.rate() * schedule.factor((double) state.iteration() / decay);
        if (rate <= xtol) {
            return state.ended(whereTheRateIsSpent(objective, state));
        }
        MomentRule.Move move = rule.move(state.moments(), state.iterate().gradient());
        Iterate to = Iterate.of(objective.at(state.iterate().x().plusScaled(-rate, move.direction())));
        boolean lower = to.isFinite() && to.value() < state.best().value();
        int waited = lower ? Math.min(state.waited(), 0) - 1 : Math.max(state.waited(), 0) + 1;
        boolean adapts = schedule == Schedule.PLATEAU;
        if (!to.isFinite() || (adapts && waited > patience)) {
            return slower(objective, state, !to.isFinite());
        }
        boolean steady = adapts && -waited >= (long) STEADY * patience;
        return new Point(
                to,
                lower ? to : state.best(),
                move.moments(),
                state.iteration() + 1,
                steady ? 0 : waited,
                state.blocked(),
                steady ? 2 * state.rate() : state.rate(),
                rate * move.direction().norm(),
                state.firstGradient(),
                reason(to));
    }

    private Point slower(Objective objective, Point state, boolean blocked) {
        double length = state.best().x().minus(state.iterate().x()).norm();
        Point slower =
                fresh(state.best(), state.iteration() + 1, blocked, state.rate() / 2, length, state.firstGradient());
        return slower.rate() > xtol
                ? slower
                : slower.ended(blocked ? Reason.NON_FINITE : Diagnosis.ofSmallStep(objective, slower.best()));
    }

    /** A schedule may end before the minimum is reached. */
    private static Reason whereTheRateIsSpent(Objective objective, Point state) {
        boolean fallen = state.best().gradient().norm() <= Descent.FALLEN * state.firstGradient();
        return fallen ? Diagnosis.ofSmallStep(objective, state.best()) : Reason.MAX_ITERATIONS;
    }

    private Optional<Reason> reason(Iterate at) {
        return at.gradient().maxAbs() <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    @Override
    public StopRule limits(int unknowns) {
        StopRule most = StopRule.maxIterations(maxiter);
        return schedule == Schedule.PLATEAU ? most.or(StopRule.noImprovement(PATIENCE)) : most;
    }
}
