package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

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
