package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.Function;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Linearized;
import org.acutance.math.autodiff.Tensor;

/** An evaluation of several values whose derivatives come from differentiation. */
final class DifferentiatedVector implements VectorEvaluation {
    private final Function<Tensor, Tensor> function;
    private final Tensor x;
    private final Lazy<NdArray> value;
    private final Lazy<NdArray> jacobian;

    DifferentiatedVector(Function<Tensor, Tensor> function, NdArray x) {
        this.function = function;
        this.x = Tensor.of(x);
        this.value = new Lazy<>(() -> function.apply(this.x).value());
        this.jacobian = new Lazy<>(this::computeJacobian);
    }

    @Override
    public NdArray value() {
        return value.get();
    }

    @Override
    public NdArray jacobian() {
        return jacobian.get();
    }

    private NdArray computeJacobian() {
        NdArray jacobian = Gradients.jacobian(function, x);
        int columns = x.shape().size();
        return jacobian.reshape(columns == 0 ? 0 : jacobian.size() / columns, columns);
    }

    /** By the gradient of the weighted sum, which is recorded once. */
    @Override
    public Optional<Curvature> secondDerivatives() {
        return Optional.of(weights -> {
            Tensor factors = Tensor.of(weights);
            Linearized gradient = Gradients.linearizedGradient(t -> factors.dot(function.apply(t)), x);
            return direction -> gradient.pushforward(Tensor.of(direction)).value();
        });
    }
}
