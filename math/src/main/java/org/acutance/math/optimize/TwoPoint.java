package org.acutance.math.optimize;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/**
 * An objective whose Hessian products are differences of gradients, {@code (g(x + e p) - g(x)) / e} with e the square
 * root of the precision's machine epsilon, as in SciPy's Newton-CG.
 *
 * @param objective gives values and gradients
 */
public record TwoPoint(Objective objective) implements Objective {
    @Override
    public Evaluation at(NdArray x) {
        return new Differences(objective.at(x));
    }

    @Override
    public Evaluation known(NdArray x, double value, NdArray gradient) {
        return new Differences(objective.known(x, value, gradient));
    }

    static NdArray difference(UnaryOperator<NdArray> gradient, NdArray x, NdArray gradientAtX, NdArray direction) {
        double step = Math.sqrt(Rounding.epsilon(x.precision()));
        NdArray moved = gradient.apply(x.plusScaled(step, direction));
        return Vectors.combine(1 / step, moved, -1 / step, gradientAtX);
    }

    private final class Differences implements Evaluation {
        private final Evaluation evaluation;

        Differences(Evaluation evaluation) {
            this.evaluation = evaluation;
        }

        @Override
        public NdArray x() {
            return evaluation.x();
        }

        @Override
        public double value() {
            return evaluation.value();
        }

        @Override
        public NdArray gradient() {
            return evaluation.gradient();
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            return difference(point -> objective.at(point).gradient(), x(), gradient(), direction);
        }
    }
}
