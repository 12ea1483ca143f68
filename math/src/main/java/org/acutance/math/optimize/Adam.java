package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * Adam (Kingma &amp; Ba 2015, algorithm 1) with a learning rate that adapts to the progress, so that it converges by
 * itself: whenever the value has not fallen for some iterations, the method goes back to the best point, forgets its
 * moments and halves the rate; while the value falls steadily it doubles the rate.
 *
 * @param learningRate the first learning rate, about how far an element moves in one iteration
 * @param beta1 decay of the mean of the gradient
 * @param beta2 decay of the mean of its square
 * @param epsilon added to the root of the mean square
 * @param patience iterations without a lower value before the rate is halved
 * @param gtol converged when no element of the gradient is larger
 * @param xtol converged when the rate is at most this
 * @param maxiter limit of iterations
 */
public record Adam(
        double learningRate,
        double beta1,
        double beta2,
        double epsilon,
        int patience,
        double gtol,
        double xtol,
        int maxiter)
        implements Optimizer<Adam.Moments> {
    private static final int PATIENCE = 1000;
    private static final int STEADY = 2;
    /**
     * The state of Adam.
     *
     * @param iterate the point
     * @param best the best point so far
     * @param mean decaying mean of the gradient, m
     * @param square decaying mean of its square, v
     * @param age iterations since the moments were zero, t
     * @param waited iterations since the best value fell; negative while it falls in each
     * @param blocked whether the rate was last halved because the objective was not finite
     * @param rate learning rate
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Moments(
            Iterate iterate,
            Iterate best,
            NdArray mean,
            NdArray square,
            int age,
            int waited,
            boolean blocked,
            double rate,
            double stepLength,
            Optional<Reason> reason)
            implements State {
        Moments ended(Reason why) {
            return new Moments(iterate, best, mean, square, age, waited, blocked, rate, stepLength, Optional.of(why));
        }
    }

    @Override
    public Moments start(Objective objective, NdArray x0) {
        return fresh(Iterate.of(objective.at(x0)), false, learningRate, 0);
    }

    private Moments fresh(Iterate at, boolean blocked, double rate, double stepLength) {
        NdArray zero = NdArray.zeros(at.x().shape(), at.x().precision());
        return new Moments(at, at, zero, zero, 0, 0, blocked, rate, stepLength, reason(at));
    }

    @Override
    public Moments step(Objective objective, Moments state) {
        NdArray gradient = state.iterate().gradient();
        NdArray mean = Vectors.combine(beta1, state.mean(), 1 - beta1, gradient);
        NdArray square = decayingSquare(state.square(), gradient);
        NdArray move = move(mean, square, state.rate(), state.age() + 1);
        Iterate to = Iterate.of(objective.at(state.iterate().x().plus(move)));
        boolean lower = to.isFinite() && to.value() < state.best().value();
        int waited = lower ? Math.min(state.waited(), 0) - 1 : Math.max(state.waited(), 0) + 1;
        if (!to.isFinite() || waited > patience) {
            return slower(objective, state, !to.isFinite());
        }
        boolean steady = -waited >= (long) STEADY * patience;
        return new Moments(
                to,
                lower ? to : state.best(),
                mean,
                square,
                state.age() + 1,
                steady ? 0 : waited,
                state.blocked(),
                steady ? 2 * state.rate() : state.rate(),
                move.norm(),
                reason(to));
    }

    private Moments slower(Objective objective, Moments state, boolean blocked) {
        double length = state.best().x().minus(state.iterate().x()).norm();
        Moments slower = fresh(state.best(), blocked, state.rate() / 2, length);
        return slower.rate() > xtol
                ? slower
                : slower.ended(blocked ? Reason.NON_FINITE : Diagnosis.ofSmallStep(objective, slower.best()));
    }

    private NdArray decayingSquare(NdArray square, NdArray gradient) {
        return NdArray.elementwise(
                "adam",
                (in, out, count) -> {
                    double[] v = in[0];
                    double[] g = in[1];
                    for (int i = 0; i < count; i++) {
                        out[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
                    }
                },
                square,
                gradient);
    }

    private NdArray move(NdArray mean, NdArray square, double rate, int age) {
        double meanScale = rate / (1 - Math.pow(beta1, age));
        double squareScale = 1 / (1 - Math.pow(beta2, age));
        return NdArray.elementwise(
                "adam",
                (in, out, count) -> {
                    double[] m = in[0];
                    double[] v = in[1];
                    for (int i = 0; i < count; i++) {
                        out[i] = -meanScale * m[i] / (Math.sqrt(squareScale * v[i]) + epsilon);
                    }
                },
                mean,
                square);
    }

    private Optional<Reason> reason(Iterate at) {
        return at.gradient().maxAbs() <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter).or(StopRule.noImprovement(PATIENCE));
    }
}
