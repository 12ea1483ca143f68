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
        return differencing(objective.at(x));
    }

    @Override
    public Evaluation known(NdArray x, double value, NdArray gradient) {
        return differencing(objective.known(x, value, gradient));
    }

    @Override
    public boolean hasSecondDerivatives() {
        return false;
    }

    static NdArray difference(UnaryOperator<NdArray> gradient, NdArray x, NdArray gradientAtX, NdArray direction) {
        double step = Math.sqrt(x.precision().epsilon());
        NdArray moved = gradient.apply(x.plusScaled(step, direction));
        return Vectors.combine(1 / step, moved, -1 / step, gradientAtX);
    }

    private Evaluation differencing(Evaluation evaluation) {
        return new Composed(
                evaluation.x(),
                x -> evaluation.value(),
                x -> evaluation.gradient(),
                (x, direction) ->
                        difference(point -> objective.at(point).gradient(), x, evaluation.gradient(), direction));
    }
}
