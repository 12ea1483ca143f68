package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** A point with its value and gradient. Immutable; a gradient that was not needed to get there is computed when asked for. */
public final class Iterate {
    private final NdArray x;
    private final double value;
    private final Optional<NdArray> known;
    private final Supplier<NdArray> gradient;
    private final Optional<Size> size;

    /** The Euclidean norm and the largest absolute element of a gradient. */
    private record Size(double norm, double max) {}

    /**
     * A point whose gradient is known.
     *
     * @param x the point, of any shape
     * @param value the objective there
     * @param gradient its gradient, of the point's shape and precision; of no elements where a method computes none
     */
    public Iterate(NdArray x, double value, NdArray gradient) {
        this(x, value, Optional.of(gradient), () -> gradient, Optional.empty());
    }

    private Iterate(NdArray x, double value, Optional<NdArray> known, Supplier<NdArray> gradient, Optional<Size> size) {
        this.x = x;
        this.value = value;
        this.known = known;
        this.gradient = gradient;
        this.size = size;
    }

    /** The point of an evaluation. */
    public static Iterate of(Evaluation evaluation) {
        return new Iterate(evaluation.x(), evaluation.value(), evaluation.gradient());
    }

    /** A point with its value, for methods that compute no gradients. */
    public static Iterate valued(NdArray x, double value) {
        return new Iterate(x, value, NdArray.zeros(Shape.of(0), x.precision()));
    }

    /**
     * A point whose gradient is computed when it is asked for, and kept then.
     *
     * @param x the point, of any shape
     * @param value the objective there
     * @param gradient gives its gradient, of the point's shape and precision
     */
    public static Iterate lazy(NdArray x, double value, Supplier<NdArray> gradient) {
        return new Iterate(x, value, Optional.empty(), new Lazy<>(gradient)::get, Optional.empty());
    }

    /**
     * As {@link #lazy(NdArray, double, Supplier)}, with the size of the gradient, which is computed for that but not kept.
     *
     * @param x the point, of any shape
     * @param value the objective there
     * @param gradient gives its gradient, of the point's shape and precision
     */
    public static Iterate measured(NdArray x, double value, Supplier<NdArray> gradient) {
        NdArray there = gradient.get();
        Size size = new Size(there.norm(), there.maxAbs());
        return new Iterate(x, value, Optional.empty(), new Lazy<>(gradient)::get, Optional.of(size));
    }

    /** The point, of any shape. */
    public NdArray x() {
        return x;
    }

    /** The objective there. */
    public double value() {
        return value;
    }

    /** Its gradient, of the point's shape and precision; of no elements where a method computes none. */
    public NdArray gradient() {
        return gradient.get();
    }

    /** Whether there is a gradient, be it known or still to be computed. */
    public boolean hasGradient() {
        return isLazy() || gradient().size() == x.size();
    }

    /** Whether the gradient was not needed to get there. */
    boolean isLazy() {
        return known.isEmpty();
    }

    /** Euclidean norm of the gradient; NaN if it was not computed to get there. */
    public double gradientNorm() {
        return size.map(Size::norm).orElseGet(() -> ofKnown(NdArray::norm));
    }

    /** Largest absolute element of the gradient; NaN if it was not computed to get there. */
    public double gradientMax() {
        return size.map(Size::max).orElseGet(() -> ofKnown(NdArray::maxAbs));
    }

    private double ofKnown(ToDoubleFunction<NdArray> measure) {
        return isLazy() || !hasGradient() ? Double.NaN : measure.applyAsDouble(gradient());
    }

    /** Whether neither the value nor the gradient, if that was computed to get there, has a NaN or an infinity. */
    public boolean isFinite() {
        return Double.isFinite(value)
                && known.map(NdArray::isFinite).orElseGet(() -> size.map(found -> Double.isFinite(found.norm()))
                        .orElse(true));
    }

    /** Whether the gradient is known to be zero, in which case there is nowhere to go. */
    public boolean isStationary() {
        return gradientMax() == 0;
    }

    /** Whether points, values and those gradients that are known are equal. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Iterate iterate
                && Double.compare(value, iterate.value) == 0
                && x.equals(iterate.x)
                && known.equals(iterate.known);
    }

    @Override
    public int hashCode() {
        return 31 * x.hashCode() + Double.hashCode(value);
    }

    @Override
    public String toString() {
        return "value " + value + " at " + x;
    }
}
