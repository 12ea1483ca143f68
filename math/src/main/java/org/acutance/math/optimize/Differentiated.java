package org.acutance.math.optimize;

import java.util.function.Function;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Linearized;
import org.acutance.math.autodiff.Tensor;

/**
 * An evaluation whose derivatives come from differentiation. The record of the value serves the gradient, and the record
 * of the gradient serves every Hessian product at the point.
 */
final class Differentiated implements Evaluation {
    private final NdArray x;
    private final Lazy<Linearized> value;
    private final Lazy<NdArray> gradient = new Lazy<>(this::computeGradient);
    private final Lazy<Linearized> gradientRecord;

    Differentiated(Function<Tensor, Tensor> function, NdArray x) {
        this.x = x;
        this.value = new Lazy<>(() -> Gradients.vjp(function, Tensor.of(x)));
        this.gradientRecord = new Lazy<>(() -> Gradients.linearizedGradient(function, Tensor.of(x)));
    }

    @Override
    public NdArray x() {
        return x;
    }

    @Override
    public double value() {
        return value.get().value().item();
    }

    @Override
    public NdArray gradient() {
        return gradient.get();
    }

    private NdArray computeGradient() {
        Linearized record = value.get();
        return record.pullback(Tensor.onesLike(record.value())).value();
    }

    @Override
    public NdArray hessianProduct(NdArray direction) {
        return gradientRecord.get().pushforward(Tensor.of(direction)).value();
    }
}
