package org.acutance.math.optimize;

import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/** An evaluation made of functions of its point. Value and gradient are computed when first asked for, and kept. */
final class Composed implements Evaluation {
    private final NdArray x;
    private final Lazy<Double> value;
    private final Lazy<NdArray> gradient;
    private final BinaryOperator<NdArray> hessianProduct;

    Composed(
            NdArray x,
            ToDoubleFunction<NdArray> value,
            UnaryOperator<NdArray> gradient,
            BinaryOperator<NdArray> hessianProduct) {
        this.x = x;
        this.value = new Lazy<>(() -> value.applyAsDouble(x));
        this.gradient = new Lazy<>(() -> gradient.apply(x));
        this.hessianProduct = hessianProduct;
    }

    @Override
    public NdArray x() {
        return x;
    }

    @Override
    public double value() {
        return value.get();
    }

    @Override
    public NdArray gradient() {
        return gradient.get();
    }

    @Override
    public NdArray hessianProduct(NdArray direction) {
        return hessianProduct.apply(x, direction);
    }
}
