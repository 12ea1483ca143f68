package org.acutance.math.optimize;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/** An evaluation of several values, made of functions of its point. */
final class ComposedVector implements VectorEvaluation {
    private final Lazy<NdArray> value;
    private final Lazy<NdArray> jacobian;

    ComposedVector(NdArray x, UnaryOperator<NdArray> value, UnaryOperator<NdArray> jacobian) {
        this.value = new Lazy<>(() -> value.apply(x));
        this.jacobian = new Lazy<>(() -> jacobian.apply(x));
    }

    @Override
    public NdArray value() {
        return value.get();
    }

    @Override
    public NdArray jacobian() {
        return jacobian.get();
    }
}
