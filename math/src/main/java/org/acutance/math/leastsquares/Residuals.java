package org.acutance.math.leastsquares;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Differences;

/** Functions whose squares are summed: a model less the data. */
public interface Residuals {
    /** The residuals at a point, an array of any shape. */
    NdArray at(NdArray x);

    /** Their derivatives: as many rows as residuals, as many columns as elements of x, in row-major order. */
    NdArray jacobian(NdArray x);

    /** Residuals written in operations on tensors: the Jacobian comes from differentiation. */
    static Residuals differentiated(Function<Tensor, Tensor> function) {
        return of(x -> function.apply(Tensor.of(x)).value(), x -> Gradients.jacobian(function, Tensor.of(x)));
    }

    /** Residuals with a Jacobian of the user's. */
    static Residuals of(UnaryOperator<NdArray> function, UnaryOperator<NdArray> jacobian) {
        return new Residuals() {
            @Override
            public NdArray at(NdArray x) {
                return function.apply(x);
            }

            @Override
            public NdArray jacobian(NdArray x) {
                return jacobian.apply(x);
            }
        };
    }

    /**
     * Residuals whose Jacobian is by differences.
     *
     * @param bounds limits that no step crosses
     */
    static Residuals differenced(UnaryOperator<NdArray> function, Differences differences, Bounds bounds) {
        return of(function, x -> differences.jacobian(function, x, bounds));
    }
}
