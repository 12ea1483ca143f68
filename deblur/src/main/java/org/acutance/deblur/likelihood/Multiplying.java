package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowSums;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;

/**
 * {@link Multiplicative} with a denominator that stays the same and no guard, the iteration of Richardson and Lucy, without
 * an array for the gradient: the next point is made of it row by row.
 *
 * @param sensitivity D, a scalar or of the shape of the points
 * @param tolerance converged when the objective changes by no more than this share of itself
 */
public record Multiplying(NdArray sensitivity, double tolerance) implements Optimizer<Multiplying.Estimate> {
    /**
     * The state. The history has the size of the gradient at the start only.
     *
     * @param iterate the current point
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Estimate(Iterate iterate, double stepLength, Optional<Reason> reason) implements State {}

    @Override
    public Estimate start(Objective objective, NdArray x0) {
        double value = objective.at(x0).value();
        Iterate first = Iterate.measured(x0, value, () -> objective.again(x0).gradient());
        return new Estimate(first, 0, first.isStationary() ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty());
    }

    private static Iterate at(Objective objective, NdArray x) {
        Evaluation here = objective.at(x);
        return Iterate.lazy(x, here.value(), () -> objective.again(x).gradient());
    }

    @Override
    public Estimate step(Objective objective, Estimate state) {
        NdArray x = state.iterate.x();
        RowSums squares = new RowSums(x.shape());
        NdArray next = objective.again(x).gradient(new MultiplyingStep(x, sensitivity, squares));
        Iterate there = at(objective, next);
        double length = Math.sqrt(squares.total());
        return new Estimate(there, length, Settled.ending(state.iterate, there, tolerance));
    }
}
