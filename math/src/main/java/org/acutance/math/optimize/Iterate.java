package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A point with its value and gradient.
 *
 * @param x the point, of any shape
 * @param value the objective there
 * @param gradient its gradient, of the point's shape and precision; of no elements where a method computes none
 */
public record Iterate(NdArray x, double value, NdArray gradient) {
    /** The point of an evaluation. */
    public static Iterate of(Evaluation evaluation) {
        return new Iterate(evaluation.x(), evaluation.value(), evaluation.gradient());
    }

    /** A point with its value, for methods that compute no gradients. */
    public static Iterate valued(NdArray x, double value) {
        return new Iterate(x, value, NdArray.zeros(Shape.of(0), x.precision()));
    }

    /** Whether there is a gradient. */
    public boolean hasGradient() {
        return gradient.size() == x.size();
    }

    /** Whether neither the value nor the gradient has a NaN or an infinity. */
    public boolean isFinite() {
        return Double.isFinite(value) && gradient.isFinite();
    }

    /** Whether the gradient is zero, in which case there is nowhere to go. */
    public boolean isStationary() {
        return gradient.maxAbs() == 0;
    }
}
