package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Linearized;
import org.acutance.math.autodiff.Tensor;

/** An evaluation of several values, made of functions of its point. */
final class ComposedVector implements VectorEvaluation {
    private final Lazy<NdArray> value;
    private final Lazy<NdArray> jacobian;
    private final Optional<Curvature> secondDerivatives;

    /**
     * The evaluation.
     *
     * @param secondDerivatives empty if not known
     */
    ComposedVector(
            NdArray x,
            UnaryOperator<NdArray> value,
            UnaryOperator<NdArray> jacobian,
            Optional<Curvature> secondDerivatives) {
        this.value = new Lazy<>(() -> value.apply(x));
        this.jacobian = new Lazy<>(() -> jacobian.apply(x));
        this.secondDerivatives = secondDerivatives;
    }

    /** The evaluation of a function whose derivatives come from differentiation. */
    static ComposedVector differentiated(Function<Tensor, Tensor> function, NdArray x) {
        Tensor at = Tensor.of(x);
        return new ComposedVector(
                x,
                point -> function.apply(at).value(),
                point -> jacobian(function, at),
                Optional.of(weights -> weighted(function, at, Tensor.of(weights))));
    }

    private static NdArray jacobian(Function<Tensor, Tensor> function, Tensor x) {
        NdArray jacobian = Gradients.jacobian(function, x);
        int columns = x.shape().size();
        return jacobian.reshape(columns == 0 ? 0 : jacobian.size() / columns, columns);
    }

    /** By the gradient of the weighted sum, which is recorded once. */
    private static UnaryOperator<NdArray> weighted(Function<Tensor, Tensor> function, Tensor x, Tensor weights) {
        Linearized gradient = Gradients.linearizedGradient(t -> weights.dot(function.apply(t)), x);
        return direction -> gradient.pushforward(Tensor.of(direction)).value();
    }

    @Override
    public NdArray value() {
        return value.get();
    }

    @Override
    public NdArray jacobian() {
        return jacobian.get();
    }

    @Override
    public Optional<Curvature> secondDerivatives() {
        return secondDerivatives;
    }
}
