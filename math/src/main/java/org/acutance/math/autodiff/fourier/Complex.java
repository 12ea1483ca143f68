package org.acutance.math.autodiff.fourier;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;

/**
 * An array of complex numbers as a pair of real tensors, so that all derivatives are real: the gradient of a real function
 * by a complex number is that by its two parts.
 *
 * @param real real parts
 * @param imaginary imaginary parts, of the same shape
 */
public record Complex(Tensor real, Tensor imaginary) {
    /**
     * Checks that the parts fit.
     *
     * @throws IllegalArgumentException if the shapes or precisions differ
     */
    public Complex {
        imaginary.value().requireLike("complex, imaginary part", real.value());
    }

    /** Real numbers. */
    public static Complex of(Tensor real) {
        return new Complex(real, Tensor.zerosLike(real));
    }

    /** Numbers of given size and angle in radians: {@code size e^(i angle)}. */
    public static Complex polar(Tensor size, Tensor angle) {
        return new Complex(size.times(angle.cos()), size.times(angle.sin()));
    }

    /** Extents of the axes. */
    public Shape shape() {
        return real.shape();
    }

    /** The same linear operation on both parts: whatever moves elements, sums or multiplies with real numbers. */
    public Complex each(UnaryOperator<Tensor> linear) {
        return new Complex(linear.apply(real), linear.apply(imaginary));
    }

    /** Sum. */
    public Complex plus(Complex other) {
        return new Complex(real.plus(other.real), imaginary.plus(other.imaginary));
    }

    /** Difference. */
    public Complex minus(Complex other) {
        return new Complex(real.minus(other.real), imaginary.minus(other.imaginary));
    }

    /** Product. */
    public Complex times(Complex other) {
        return new Complex(
                real.times(other.real).minus(imaginary.times(other.imaginary)),
                real.times(other.imaginary).plus(imaginary.times(other.real)));
    }

    /** Product with real numbers. */
    public Complex times(Tensor factor) {
        return each(part -> part.times(factor));
    }

    /** Product with a real number. */
    public Complex times(double factor) {
        return each(part -> part.times(factor));
    }

    /** Quotient; both numbers are divided by a power of 2 near the divisor before, so that no square overflows. */
    public Complex dividedBy(Complex other) {
        Tensor scale = Tensor.of(scale(other.real.value(), other.imaginary.value()));
        Complex unit = other.each(part -> part.dividedBy(scale));
        Tensor size = unit.squaredAbs();
        return each(part -> part.dividedBy(scale)).times(unit.conjugate()).each(part -> part.dividedBy(size));
    }

    private static NdArray scale(NdArray real, NdArray imaginary) {
        return NdArray.elementwise(
                "scale",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        double largest = Math.max(Math.abs(in[0][i]), Math.abs(in[1][i]));
                        boolean scales = largest > 0 && largest <= Double.MAX_VALUE;
                        out[i] = scales ? Math.scalb(1.0, Math.getExponent(largest)) : 1;
                    }
                },
                real,
                imaginary);
    }

    /** {@code -z}. */
    public Complex negate() {
        return each(Tensor::negate);
    }

    /** Complex conjugate. */
    public Complex conjugate() {
        return new Complex(real, imaginary.negate());
    }

    /** Absolute value; its slope at 0 is taken as 0. */
    public Tensor abs() {
        return real.hypot(imaginary);
    }

    /** Squared absolute value. */
    public Tensor squaredAbs() {
        return real.square().plus(imaginary.square());
    }

    /** Angle in radians, from -pi to pi; its slope at 0 is taken as 0. */
    public Tensor angle() {
        return imaginary.atan2(real);
    }

    /** {@code e^z}. */
    public Complex exp() {
        return polar(real.exp(), imaginary);
    }

    /** The principal natural logarithm. */
    public Complex log() {
        return new Complex(abs().log(), angle());
    }

    /** The principal square root; its slope at 0 is taken as 0. */
    public Complex sqrt() {
        return polar(abs().sqrt(), angle().times(0.5));
    }
}
