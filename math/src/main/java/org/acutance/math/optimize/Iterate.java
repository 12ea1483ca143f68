package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * A point with its value and gradient.
 *
 * @param x the point, of any shape
 * @param value the objective there
 * @param gradient its gradient, of the point's shape and precision
 */
public record Iterate(NdArray x, double value, NdArray gradient) {
    /** The point of an evaluation. */
    public static Iterate of(Evaluation evaluation) {
        return new Iterate(evaluation.x(), evaluation.value(), evaluation.gradient());
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
