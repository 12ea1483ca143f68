package org.acutance.math.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.Shape;

/**
 * A plain value, or a value that a running derivative follows. Operations run at once and always have a real value, so
 * that a function of tensors is ordinary Java: it can branch, loop, print and be stepped through.
 *
 * <p>Operands broadcast as in NumPy. Where a derivative does not exist, a fixed choice is made: infinite slopes of
 * finite functions count as 0 (sqrt and norm at 0), abs has slope 0 at 0, max and min share equally at ties, clip has
 * slope 1 at its limits. Nothing that was not selected contributes, even if it is infinite or NaN.
 */
public sealed interface Tensor permits Constant, Dual, Recorded {
    /** The values. */
    NdArray value();

    /** Which running derivative follows this tensor; later ones have higher numbers, and 0 is none. */
    long level();

    /** This tensor as the derivatives outside of the one that follows it see it. */
    Tensor primal();

    /** This tensor, or its primal if it belongs to the derivative of the given level. */
    default Tensor primalAt(long level) {
        return level() == level ? primal() : this;
    }

    /** A plain value. */
    static Tensor of(NdArray value) {
        return new Constant(value);
    }

    /** A plain FLOAT64 value with the given elements, row-major. */
    static Tensor of(double[] values, int... extents) {
        return of(NdArray.of(values, extents));
    }

    /** A plain scalar. */
    static Tensor scalar(double value) {
        return of(NdArray.scalar(value));
    }

    /** Zeros of the shape and precision of a tensor. */
    static Tensor zerosLike(Tensor x) {
        return of(NdArray.zeros(x.shape(), x.precision()));
    }

    /** Ones of the shape and precision of a tensor. */
    static Tensor onesLike(Tensor x) {
        return of(NdArray.full(x.shape(), x.precision(), 1));
    }

    /** Extents of the axes, slowest first. */
    default Shape shape() {
        return value().shape();
    }

    /** How the elements are stored. */
    default Precision precision() {
        return value().precision();
    }

    /** The value of a tensor of one element. */
    default double item() {
        return value().item();
    }

    /** {@code this + other}, element by element. */
    default Tensor plus(Tensor other) {
        return Arithmetic.PLUS.apply(this, other);
    }

    /** {@code this + other} for every element. */
    default Tensor plus(double other) {
        return Arithmetic.affine(1, other).apply(this);
    }

    /** {@code this - other}, element by element. */
    default Tensor minus(Tensor other) {
        return Arithmetic.MINUS.apply(this, other);
    }

    /** {@code this - other} for every element. */
    default Tensor minus(double other) {
        return plus(-other);
    }

    /** {@code this * other}, element by element. */
    default Tensor times(Tensor other) {
        return Arithmetic.TIMES.apply(this, other);
    }

    /** Every element times a factor. */
    default Tensor times(double factor) {
        return Arithmetic.affine(factor, 0).apply(this);
    }

    /** {@code this / other}, element by element. */
    default Tensor dividedBy(Tensor other) {
        return Arithmetic.DIVIDED_BY.apply(this, other);
    }

    /** Every element divided by a number. */
    default Tensor dividedBy(double divisor) {
        return dividedBy(scalar(divisor));
    }

    /** {@code -x}. */
    default Tensor negate() {
        return times(-1);
    }

    /** {@code 1/x}. */
    default Tensor reciprocal() {
        return Functions.RECIPROCAL.apply(this);
    }

    /** {@code x^2}. */
    default Tensor square() {
        return Functions.SQUARE.apply(this);
    }

    /** {@code x^exponent} for every element. */
    default Tensor pow(double exponent) {
        return Arithmetic.power(exponent).apply(this);
    }

    /** {@code this^exponent}; the derivative by the exponent is taken as 0 where the base is not positive. */
    default Tensor pow(Tensor exponent) {
        return Arithmetic.POWER.apply(this, exponent);
    }

    /** {@code e^x}. */
    default Tensor exp() {
        return Functions.EXP.apply(this);
    }

    /** {@code e^x - 1}, accurate for small x. */
    default Tensor expm1() {
        return Functions.EXPM1.apply(this);
    }

    /** Natural logarithm. */
    default Tensor log() {
        return Functions.LOG.apply(this);
    }

    /** {@code log(1 + x)}, accurate for small x. */
    default Tensor log1p() {
        return Functions.LOG1P.apply(this);
    }

    /** Square root; its slope at 0 is taken as 0. */
    default Tensor sqrt() {
        return Functions.SQRT.apply(this);
    }

    /** Sine of an angle in radians. */
    default Tensor sin() {
        return Functions.SIN.apply(this);
    }

    /** Cosine of an angle in radians. */
    default Tensor cos() {
        return Functions.COS.apply(this);
    }

    /** Tangent of an angle in radians. */
    default Tensor tan() {
        return Functions.TAN.apply(this);
    }

    /** Arcsine in radians; its slope at -1 and 1 is taken as 0. */
    default Tensor asin() {
        return Functions.ASIN.apply(this);
    }

    /** Arccosine in radians; its slope at -1 and 1 is taken as 0. */
    default Tensor acos() {
        return Functions.ACOS.apply(this);
    }

    /** Arctangent in radians. */
    default Tensor atan() {
        return Functions.ATAN.apply(this);
    }

    /** Hyperbolic sine. */
    default Tensor sinh() {
        return Functions.SINH.apply(this);
    }

    /** Hyperbolic cosine. */
    default Tensor cosh() {
        return Functions.COSH.apply(this);
    }

    /** Hyperbolic tangent. */
    default Tensor tanh() {
        return Functions.TANH.apply(this);
    }

    /** Absolute value; its slope at 0 is taken as 0. */
    default Tensor abs() {
        return Selection.ABS.apply(this);
    }

    /** -1, 0 or 1. */
    default Tensor sign() {
        return Selection.SIGN.apply(this);
    }

    /** The larger of two elements; NaN if one is. */
    default Tensor max(Tensor other) {
        return Selection.MAX.apply(this, other);
    }

    /** The smaller of two elements; NaN if one is. */
    default Tensor min(Tensor other) {
        return Selection.MIN.apply(this, other);
    }

    /**
     * Elements moved into {@code low..high}; NaN stays NaN, with slope 0.
     *
     * @throws IllegalArgumentException unless {@code low <= high}
     */
    default Tensor clip(double low, double high) {
        return Selection.clip(low, high).apply(this);
    }

    /** Elements of {@code a} where the condition is not 0, of {@code b} elsewhere. */
    static Tensor where(NdArray condition, Tensor a, Tensor b) {
        return Selection.WHERE.apply(of(condition), a, b);
    }

    /** Sum of all elements, a scalar. */
    default Tensor sum() {
        return Reductions.sum(this);
    }

    /**
     * Sum along the given axes, which disappear.
     *
     * @throws IllegalArgumentException if there is no such axis, or one comes twice
     */
    default Tensor sum(int... axes) {
        return Reductions.sum(this, axes);
    }

    /** Mean of all elements, a scalar. */
    default Tensor mean() {
        return sum().dividedBy(value().size());
    }

    /** Mean along the given axes, which disappear. */
    default Tensor mean(int... axes) {
        Tensor sum = sum(axes);
        int count = Arrays.stream(axes).map(shape()::extent).reduce(1, (a, b) -> a * b);
        return sum.dividedBy(count);
    }

    /** Largest element along the given axes, along all if none is given. */
    default Tensor max(int... axes) {
        return Reductions.extreme(this, Reduction.MAX, axes.length == 0 ? Reductions.allAxes(this) : axes);
    }

    /** Smallest element along the given axes, along all if none is given. */
    default Tensor min(int... axes) {
        return Reductions.extreme(this, Reduction.MIN, axes.length == 0 ? Reductions.allAxes(this) : axes);
    }

    /** Sum of the products of corresponding elements of two tensors of one shape. */
    default Tensor dot(Tensor other) {
        return Reductions.DOT.apply(this, other);
    }

    /** Sum of the squares of all elements. */
    default Tensor squaredNorm() {
        return Reductions.SQUARED_NORM.apply(this);
    }

    /** Euclidean norm of all elements; its derivative at 0 is taken as 0. */
    default Tensor norm() {
        return Reductions.norm(this);
    }

    /** Euclidean norms along the given axes, which disappear; the derivative of a norm that is 0 is taken as 0. */
    default Tensor norm(int... axes) {
        return square().sum(axes).sqrt();
    }

    /** Matrix product of vectors and matrices, as NumPy's. */
    default Tensor matmul(Tensor other) {
        return Products.matmul(this, other);
    }

    /** The same values in a precision, rounded to nearest where it is the smaller one; a scalar stays as it is. */
    default Tensor to(Precision precision) {
        return Arrangement.convert(this, precision);
    }

    /** The same elements, in row-major order, in another shape of the same size. */
    default Tensor reshape(Shape target) {
        return Arrangement.reshape(this, target);
    }

    /** As {@link #reshape(Shape)}. */
    default Tensor reshape(int... extents) {
        return reshape(Shape.of(extents));
    }

    /** The axes in another order: axis {@code i} of the result is axis {@code axes[i]} of this tensor. */
    default Tensor permute(int... axes) {
        return Arrangement.permute(this, axes);
    }

    /** The axes in reverse order. */
    default Tensor transpose() {
        int rank = shape().rank();
        return permute(IntStream.range(0, rank).map(i -> rank - 1 - i).toArray());
    }

    /** Repeats axes of extent one, and adds leading axes, until the shape is the given one. */
    default Tensor broadcastTo(Shape target) {
        return Arrangement.broadcastTo(this, target);
    }

    /** Elements {@code from <= i < to} along one axis. */
    default Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /** Elements {@code from, from + step, ...} before {@code to} along one axis. */
    default Tensor slice(int axis, int from, int to, int step) {
        return along(axis, IndexMap.slice(shape().extent(axis), from, to, step));
    }

    /** One axis read through an index map: slice, flip, roll, pad or take. */
    default Tensor along(int axis, IndexMap map) {
        return Arrangement.along(this, axis, map);
    }

    /** Elements in reverse order along all axes. */
    default Tensor flip() {
        return Arrangement.flip(this);
    }

    /** Elements moved cyclically along one axis. */
    default Tensor roll(int axis, int shift) {
        return along(axis, IndexMap.roll(shape().extent(axis), shift));
    }

    /** {@code before[i]} and {@code after[i]} elements added at the ends of axis {@code i} by a boundary rule. */
    default Tensor pad(int[] before, int[] after, Boundary boundary) {
        return Arrangement.pad(this, before, after, boundary);
    }

    /** Forward differences {@code x[i + 1] - x[i]} along one axis, which becomes one shorter. */
    default Tensor differences(int axis) {
        return Arrangement.differences(this, axis);
    }

    /** Tensors one after the other along an axis. */
    static Tensor concatenate(int axis, Tensor... parts) {
        return Arrangement.concatenate(axis, List.of(parts));
    }

    /** Convolution (the kernel is flipped) of any rank, differentiable by image and kernel. */
    default Tensor convolve(Tensor kernel, ConvolutionMode mode, Boundary boundary) {
        return Convolving.convolve(this, kernel, mode, boundary);
    }

    /** Correlation (the kernel is not flipped): the convolution with the flipped kernel, as in SciPy. */
    default Tensor correlate(Tensor kernel, ConvolutionMode mode, Boundary boundary) {
        return Convolving.convolve(this, kernel.flip(), mode, boundary);
    }
}
