package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * A plain value, or a value that a running derivative follows. Operations run at once and always have a real value, so
 * that a function of tensors is ordinary Java: it can branch, loop, print and be stepped through.
 *
 * <p>Operands broadcast as in NumPy. Where a derivative does not exist, a fixed choice is made: infinite slopes of
 * finite functions count as 0 (sqrt and norm at 0), abs has slope 0 at 0, max and min share equally at ties, clip has
 * slope 1 at its limits. Nothing that was not selected contributes, even if it is infinite or NaN.
 */
public sealed interface Tensor extends TensorFunctions, TensorReductions, TensorArrangement
        permits Constant, Dual, Recorded {
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

    /** Elements of {@code a} where the condition is not 0, of {@code b} elsewhere. */
    static Tensor where(NdArray condition, Tensor a, Tensor b) {
        return Selection.WHERE.apply(of(condition), a, b);
    }

    /** Matrix product of vectors, matrices and stacks of matrices, as NumPy's. */
    default Tensor matmul(Tensor other) {
        return Products.matmul(this, other);
    }

    /** Sum of products over the last axes of this tensor and the first of another, as many as {@code axes}. */
    default Tensor tensordot(Tensor other, int axes) {
        int rank = shape().rank();
        return tensordot(
                other,
                IntStream.range(rank - axes, rank).toArray(),
                IntStream.range(0, axes).toArray());
    }

    /**
     * Sum of products over pairs of axes; the other axes of this tensor come before those of the other.
     *
     * @throws IllegalArgumentException if there is no such axis, one comes twice, or extents differ
     */
    default Tensor tensordot(Tensor other, int[] axes, int[] otherAxes) {
        return Products.tensordot(this, other, axes, otherAxes);
    }

    /** Sum of products over the last axes of both, as NumPy's inner. */
    default Tensor inner(Tensor other) {
        return tensordot(other, new int[] {-1}, new int[] {-1});
    }

    /** Products of all pairs of elements: one row per element of this tensor, one column per element of the other. */
    default Tensor outer(Tensor other) {
        return flatten().tensordot(other.flatten(), 0);
    }

    /** Kronecker's product. */
    default Tensor kron(Tensor other) {
        return Products.kron(this, other);
    }

    /** The vector product of three components along an axis. */
    default Tensor cross(Tensor other, int axis) {
        return Products.cross(this, other, axis);
    }

    /**
     * Sums of products in Einstein's notation, as in {@code einsum("bij,bjk->bik", a, b)}. Dots stand for axes that broadcast,
     * as in {@code einsum("...ij,...jk->...ik", a, b)}; without an arrow the result has
     * the labels that come once, in the order of the alphabet.
     *
     * @throws IllegalArgumentException if the text does not fit the operands
     */
    static Tensor einsum(String subscripts, Tensor... operands) {
        return Einsum.of(subscripts, List.of(operands));
    }

    /** Tensors one after the other along an axis. */
    static Tensor concatenate(int axis, Tensor... parts) {
        return Joining.of(axis, List.of(parts));
    }

    /** Tensors of one shape side by side along a new axis, which is numbered as in the result. */
    static Tensor stack(int axis, Tensor... parts) {
        return Arrangement.stack(axis, List.of(parts));
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
