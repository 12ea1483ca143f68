package org.acutance.deblur.model;

import java.util.Optional;
import java.util.function.Supplier;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.RowSums;
import org.acutance.math.fft.Circuit;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;

/**
 * Half the weighted sum of squared residuals, {@code sum w (gain * A x + b - y)^2 / 2}, with its gradient and Hessian product.
 * Residuals are made of predictions row by row; where the blur is a part of a periodic convolution they are transformed at
 * once, so that value and gradient take two transforms forward and two back, and a Hessian product as many. Rows are summed
 * in their order, so that the sum does not depend on the number of threads.
 */
final class HalfSquares implements Objective {
    private final LinearMap blur;
    private final double gain;
    private final NdArray target;
    private final NdArray weights;
    private final Optional<Circuit> circuit;
    private final Supplier<double[][]> scratch;
    private final RowOperation weighing;

    /**
     * Residuals.
     *
     * @param observed y
     * @param weights w, a scalar or of the shape of the observation
     */
    HalfSquares(Formation formation, NdArray observed, NdArray weights) {
        this.blur = formation.blur();
        this.gain = formation.gain();
        this.target = observed.minus(formation.background().to(observed.precision()));
        this.weights = weights;
        this.circuit = blur.circuit();
        this.scratch = () -> new double[2][target.shape().rowLength()];
        this.weighing = weights.size() == 1
                ? RowOperation.times(gain * gain * weights.get(0))
                : RowOperation.withScratch(scratch, this::weigh);
    }

    @Override
    public Evaluation at(NdArray x) {
        return new Point(x);
    }

    /** A change of rows of a blurred scene, and the way back to the scene. */
    private final class Way {
        private final Optional<Circuit.Halfway> halfway;
        private final Optional<NdArray> between;

        Way(NdArray x, RowOperation operation) {
            this.halfway = circuit.map(way -> way.there(x, operation));
            this.between = circuit.isPresent() ? Optional.empty() : Optional.of(blur.apply(x, operation));
        }

        boolean isOpen() {
            return halfway.map(way -> !way.isSpent()).orElse(true);
        }

        NdArray back(RowOperation change) {
            return halfway.isPresent()
                    ? circuit.orElseThrow().back(halfway.get(), change)
                    : blur.adjoint(between.orElseThrow(), change);
        }
    }

    private final class Point implements Evaluation {
        private final NdArray x;
        private double value;
        private Optional<Way> way = Optional.empty();

        Point(NdArray x) {
            this.x = x;
        }

        @Override
        public NdArray x() {
            return x;
        }

        @Override
        public double value() {
            if (way.isEmpty()) {
                way = Optional.of(there());
            }
            return value;
        }

        private Way there() {
            RowSums sums = new RowSums(target.shape());
            Way gone = new Way(x, residuals(sums));
            value = sums.total() / 2;
            return gone;
        }

        @Override
        public NdArray gradient() {
            return gradient(RowOperation.NONE);
        }

        @Override
        public NdArray gradient(RowOperation change) {
            Way open = way.filter(Way::isOpen).orElseGet(this::there);
            way = Optional.of(open);
            return open.back(change);
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            return hessianProduct(direction, RowOperation.NONE);
        }

        @Override
        public NdArray hessianProduct(NdArray direction, RowOperation change) {
            return new Way(direction, weighing).back(change);
        }
    }

    /** Weighted residuals times the gain, instead of blurred light; the sum of each row goes into its place. */
    private RowOperation residuals(RowSums sums) {
        return RowOperation.withScratch(scratch, (position, row, count, own) -> {
            double[] seen = own[0];
            double[] weight = own[1];
            target.read(position, seen, 0, count);
            weights.readOrRepeat(position, weight, count);
            for (int i = 0; i < count; i++) {
                double residual = gain * row[i] - seen[i];
                double weighted = weight[i] * residual;
                row[i] = gain * weighted;
                seen[i] = weighted * residual;
            }
            sums.put(position, Reduction.SUM.of(seen, count));
        });
    }

    private void weigh(int position, double[] row, int count, double[][] own) {
        double[] weight = own[1];
        weights.readOrRepeat(position, weight, count);
        for (int i = 0; i < count; i++) {
            row[i] *= gain * gain * weight[i];
        }
    }
}
