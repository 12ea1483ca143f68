package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/** An evaluation whose value and gradient were computed before. */
final class Known implements Evaluation {
    private final NdArray x;
    private final double value;
    private final NdArray gradient;
    private final Lazy<Evaluation> fresh;

    Known(NdArray x, double value, NdArray gradient, Objective objective) {
        this.x = x;
        this.value = value;
        this.gradient = gradient;
        this.fresh = new Lazy<>(() -> objective.at(x));
    }

    @Override
    public NdArray x() {
        return x;
    }

    @Override
    public double value() {
        return value;
    }

    @Override
    public NdArray gradient() {
        return gradient;
    }

    @Override
    public NdArray hessianProduct(NdArray direction) {
        return fresh.get().hessianProduct(direction);
    }
}
