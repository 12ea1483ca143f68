package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

/**
 * The square root of an objective that is not negative, as a norm is of half a sum of squares. Where that is 0, its slope
 * counts as 0.
 *
 * @param square the objective
 */
public record Root(Objective square) implements Objective {
    @Override
    public Evaluation at(NdArray x) {
        return new Point(square.at(x));
    }

    @Override
    public boolean hasSecondDerivatives() {
        return square.hasSecondDerivatives();
    }

    private static final class Point implements Evaluation {
        private final Evaluation square;
        private final Lazy<Double> value;
        private final Lazy<NdArray> slope;

        Point(Evaluation square) {
            this.square = square;
            this.value = new Lazy<>(() -> Math.sqrt(square.value()));
            this.slope = new Lazy<>(square::gradient);
        }

        @Override
        public NdArray x() {
            return square.x();
        }

        @Override
        public double value() {
            return value.get();
        }

        /** The derivative of the root. */
        private double first() {
            return value() == 0 ? 0 : 0.5 / value();
        }

        @Override
        public NdArray gradient() {
            return gradient(RowOperation.NONE);
        }

        @Override
        public NdArray gradient(RowOperation change) {
            return square.gradient(RowOperation.times(first()).then(change));
        }

        @Override
        public RowOperation addingGradient(double factor) {
            return square.addingGradient(factor * first());
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            return hessianProduct(direction, RowOperation.NONE);
        }

        @Override
        public NdArray hessianProduct(NdArray direction, RowOperation change) {
            RowOperation bent = RowOperation.times(first()).then(RowOperation.adding(bend(direction), slope.get()));
            return square.hessianProduct(direction, bent.then(change));
        }

        @Override
        public RowOperation addingProduct(double factor, NdArray direction) {
            return square.addingProduct(factor * first(), direction)
                    .then(RowOperation.adding(factor * bend(direction), slope.get()));
        }

        /** The second derivative of the root times the derivative of the square along a direction. */
        private double bend(NdArray direction) {
            return value() == 0 ? 0 : -0.25 * slope.get().dot(direction) / Math.pow(value(), 3);
        }
    }
}
