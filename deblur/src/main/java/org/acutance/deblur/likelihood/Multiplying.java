package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.RowOperation;
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
        double[] squares = new double[x.shape().rows()];
        NdArray next = objective.again(x).gradient(update(x, squares));
        Iterate there = at(objective, next);
        double length = Math.sqrt(NdArray.vector(squares).sum());
        return new Estimate(there, length, Settled.ending(state.iterate, there, tolerance));
    }

    /** Makes a row of the next point of one of the gradient, and puts the square of its step into its place. */
    private RowOperation update(NdArray x, double[] squares) {
        double least = Update.leastSeen(sensitivity, x.precision());
        Pool<double[][]> rows = new Pool<>(() -> new double[2][x.shape().rowLength()]);
        return (position, row, count) -> {
            double[][] scratch = rows.acquire();
            double[] here = scratch[0];
            double[] below = scratch[1];
            x.read(position, here, 0, count);
            sensitivity.readOrRepeat(position, below, count);
            move(row, here, below, least, count);
            squares[position / count] = squaredDistance(row, here, count);
            rows.release(scratch);
        };
    }

    /** The first loop becomes vector instructions, and the second finds little to do. */
    private static void move(double[] row, double[] here, double[] below, double least, int count) {
        for (int i = 0; i < count; i++) {
            row[i] = Math.max(0, here[i] - here[i] * row[i] / below[i]);
        }
        for (int i = 0; i < count; i++) {
            if (!(below[i] > least)) {
                row[i] = here[i];
            }
        }
    }

    /** Leaves the squares of the differences in the second array. */
    private static double squaredDistance(double[] a, double[] b, int count) {
        for (int i = 0; i < count; i++) {
            double difference = a[i] - b[i];
            b[i] = difference * difference;
        }
        return Reduction.SUM.of(b, count);
    }
}
