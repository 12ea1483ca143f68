package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.Supplier;
import org.acutance.math.array.NdArray;

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
     * @param gradient its gradient, of the point's shape and precision
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

    /**
     * A point whose gradient is computed each time it is asked for.
     *
     * @param x the point, of any shape
     * @param value the objective there
     * @param gradient gives its gradient, of the point's shape and precision
     */
    public static Iterate lazy(NdArray x, double value, Supplier<NdArray> gradient) {
        return new Iterate(x, value, Optional.empty(), gradient, Optional.empty());
    }

    /** This point with the size of its gradient, which is computed for that and not kept if it is not known. */
    public Iterate measured() {
        NdArray here = gradient();
        return new Iterate(x, value, known, gradient, Optional.of(new Size(here.norm(), here.maxAbs())));
    }

    /** The point, of any shape. */
    public NdArray x() {
        return x;
    }

    /** The objective there. */
    public double value() {
        return value;
    }

    /** Its gradient, of the point's shape and precision. */
    public NdArray gradient() {
        return gradient.get();
    }

    /** Whether the gradient is there and has not to be computed. */
    boolean hasGradient() {
        return known.isPresent();
    }

    /** Euclidean norm of the gradient; not a number if it was not computed. */
    public double gradientNorm() {
        return size.map(Size::norm).orElseGet(() -> known.map(NdArray::norm).orElse(Double.NaN));
    }

    /** Largest absolute element of the gradient; not a number if it was not computed. */
    public double gradientMax() {
        return size.map(Size::max).orElseGet(() -> known.map(NdArray::maxAbs).orElse(Double.NaN));
    }

    /** Whether neither the value nor the gradient, if that is known, has a NaN or an infinity. */
    public boolean isFinite() {
        return Double.isFinite(value)
                && size.map(found -> Double.isFinite(found.norm()))
                        .orElseGet(() -> known.map(NdArray::isFinite).orElse(true));
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
