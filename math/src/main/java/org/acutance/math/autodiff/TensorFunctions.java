package org.acutance.math.autodiff;

/** The functions of a {@link Tensor} that act on each element by itself. */
public sealed interface TensorFunctions permits Tensor {
    private Tensor self() {
        return (Tensor) this;
    }

    /** {@code 1/x}. */
    default Tensor reciprocal() {
        return Functions.RECIPROCAL.apply(self());
    }

    /** {@code x^2}. */
    default Tensor square() {
        return Functions.SQUARE.apply(self());
    }

    /** {@code x^exponent} for every element. */
    default Tensor pow(double exponent) {
        return Arithmetic.power(exponent).apply(self());
    }

    /** {@code this^exponent}; the derivative by the exponent is taken as 0 where the base is not positive. */
    default Tensor pow(Tensor exponent) {
        return Arithmetic.POWER.apply(self(), exponent);
    }

    /** {@code e^x}. */
    default Tensor exp() {
        return Functions.EXP.apply(self());
    }

    /** {@code e^x - 1}, accurate for small x. */
    default Tensor expm1() {
        return Functions.EXPM1.apply(self());
    }

    /** Natural logarithm. */
    default Tensor log() {
        return Functions.LOG.apply(self());
    }

    /** {@code log(1 + x)}, accurate for small x. */
    default Tensor log1p() {
        return Functions.LOG1P.apply(self());
    }

    /** Square root; its slope at 0 is taken as 0. */
    default Tensor sqrt() {
        return Functions.SQRT.apply(self());
    }

    /** Sine of an angle in radians. */
    default Tensor sin() {
        return Functions.SIN.apply(self());
    }

    /** Cosine of an angle in radians. */
    default Tensor cos() {
        return Functions.COS.apply(self());
    }

    /** Tangent of an angle in radians. */
    default Tensor tan() {
        return Functions.TAN.apply(self());
    }

    /** Arcsine in radians; its slope at -1 and 1 is taken as 0. */
    default Tensor asin() {
        return Functions.ASIN.apply(self());
    }

    /** Arccosine in radians; its slope at -1 and 1 is taken as 0. */
    default Tensor acos() {
        return Functions.ACOS.apply(self());
    }

    /** Arctangent in radians. */
    default Tensor atan() {
        return Functions.ATAN.apply(self());
    }

    /** Hyperbolic sine. */
    default Tensor sinh() {
        return Functions.SINH.apply(self());
    }

    /** Hyperbolic cosine. */
    default Tensor cosh() {
        return Functions.COSH.apply(self());
    }

    /** Hyperbolic tangent. */
    default Tensor tanh() {
        return Functions.TANH.apply(self());
    }

    /** Absolute value; its slope at 0 is taken as 0. */
    default Tensor abs() {
        return Selection.ABS.apply(self());
    }

    /** -1, 0 or 1. */
    default Tensor sign() {
        return Selection.SIGN.apply(self());
    }

    /** The larger of two elements; NaN if one is. */
    default Tensor max(Tensor other) {
        return Selection.MAX.apply(self(), other);
    }

    /** The smaller of two elements; NaN if one is. */
    default Tensor min(Tensor other) {
        return Selection.MIN.apply(self(), other);
    }

    /**
     * Elements moved into {@code low..high}; NaN stays NaN, with slope 0.
     *
     * @throws IllegalArgumentException unless {@code low <= high}
     */
    default Tensor clip(double low, double high) {
        return Selection.clip(low, high).apply(self());
    }

    /**
     * {@code this * slope}, and 0 wherever either is 0, even if the other is infinite or NaN: how a derivative rule
     * multiplies a direction with a slope.
     */
    default Tensor gated(Tensor slope) {
        return Arithmetic.GATED.apply(self(), slope);
    }

    /** {@code 1/x}, and 0 where x is 0: the slope of a root or a norm, infinite slopes counting as 0. */
    default Tensor finiteReciprocal() {
        return Arithmetic.FINITE_RECIPROCAL.apply(self());
    }

    /** {@code 2^x}. */
    default Tensor exp2() {
        return Exponentials.EXP2.apply(self());
    }

    /** Logarithm to base 2. */
    default Tensor log2() {
        return Exponentials.LOG2.apply(self());
    }

    /** Logarithm to base 10. */
    default Tensor log10() {
        return Exponentials.LOG10.apply(self());
    }

    /** Cube root; its slope at 0 is taken as 0. */
    default Tensor cbrt() {
        return Exponentials.CBRT.apply(self());
    }

    /** Inverse hyperbolic sine. */
    default Tensor asinh() {
        return Exponentials.ASINH.apply(self());
    }

    /** Inverse hyperbolic cosine; its slope at 1 is taken as 0. */
    default Tensor acosh() {
        return Exponentials.ACOSH.apply(self());
    }

    /** Inverse hyperbolic tangent. */
    default Tensor atanh() {
        return Exponentials.ATANH.apply(self());
    }

    /** The logistic function {@code 1 / (1 + e^-x)}. */
    default Tensor expit() {
        return Exponentials.EXPIT.apply(self());
    }

    /** {@code log(x / (1 - x))}, the inverse of {@link #expit}. */
    default Tensor logit() {
        return Exponentials.LOGIT.apply(self());
    }

    /** {@code sin(pi x) / (pi x)}, and 1 at 0, with all derivatives right there. */
    default Tensor sinc() {
        return Angles.SINC.apply(self());
    }

    /** The largest whole number that is not above; its slope is 0. */
    default Tensor floor() {
        return Rounding.FLOOR.apply(self());
    }

    /** The smallest whole number that is not below; its slope is 0. */
    default Tensor ceil() {
        return Rounding.CEIL.apply(self());
    }

    /** The nearest whole number, the even one at a tie; its slope is 0. */
    default Tensor rint() {
        return Rounding.RINT.apply(self());
    }

    /** The whole number towards 0; its slope is 0. */
    default Tensor trunc() {
        return Rounding.TRUNC.apply(self());
    }

    /** {@code log(e^a + e^b)}, without overflow. */
    default Tensor logaddexp(Tensor other) {
        return Exponentials.LOGADDEXP.apply(self(), other);
    }

    /** {@code log2(2^a + 2^b)}, without overflow. */
    default Tensor logaddexp2(Tensor other) {
        return Exponentials.LOGADDEXP2.apply(self(), other);
    }

    /** {@code sqrt(a^2 + b^2)}, without overflow; its slope at 0 is taken as 0. */
    default Tensor hypot(Tensor other) {
        return Angles.HYPOT.apply(self(), other);
    }

    /** The angle of the point (x, this) in radians, from -pi to pi; its slope at (0, 0) is taken as 0. */
    default Tensor atan2(Tensor x) {
        return Angles.ATAN2.apply(self(), x);
    }

    /** The largest whole number that is not above the quotient; its slope is 0. */
    default Tensor floorDivide(Tensor divisor) {
        return Rounding.FLOOR_DIVIDE.apply(self(), divisor);
    }

    /** The remainder of a division, with the sign of the divisor, as NumPy's mod and remainder. */
    default Tensor mod(Tensor divisor) {
        return Rounding.MOD.apply(self(), divisor);
    }

    /** The remainder of a division, with the sign of the dividend, as Java's {@code %}. */
    default Tensor fmod(Tensor divisor) {
        return Rounding.FMOD.apply(self(), divisor);
    }

    /** The larger of two elements, the other one where one is NaN. */
    default Tensor fmax(Tensor other) {
        return Selection.FMAX.apply(self(), other);
    }

    /** The smaller of two elements, the other one where one is NaN. */
    default Tensor fmin(Tensor other) {
        return Selection.FMIN.apply(self(), other);
    }

    /** An angle in radians as degrees. */
    default Tensor degrees() {
        return self().times(180 / Math.PI);
    }

    /** An angle in degrees as radians. */
    default Tensor radians() {
        return self().times(Math.PI / 180);
    }

    /** 0 for NaN and the largest finite numbers for infinities, with slope 0 there. */
    default Tensor nanToNum() {
        return Selection.nanToNum(self().precision()).apply(self());
    }
}
