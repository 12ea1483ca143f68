package org.acutance.math.autodiff;

import java.util.Arrays;
import org.acutance.math.array.Reduction;

/**
 * The operations of a {@link Tensor} that reduce, and running ones. Axes that are reduced disappear; {@link
 * TensorArrangement#expandDims} with the same numbers brings them back with extent one, as NumPy's keepdims. An axis that
 * there is not, or that comes twice, is refused with IllegalArgumentException.
 */
public sealed interface TensorReductions permits Tensor {
    private Tensor self() {
        return (Tensor) this;
    }

    /** Sum of all elements, a scalar. */
    default Tensor sum() {
        return Reductions.sum(self());
    }

    /**
     * Sum along the given axes, which disappear.
     *
     * @throws IllegalArgumentException if there is no such axis, or one comes twice
     */
    default Tensor sum(int... axes) {
        return Reductions.sum(self(), axes);
    }

    /** Mean of all elements, a scalar. */
    default Tensor mean() {
        return sum().dividedBy(self().value().size());
    }

    /** Mean along the given axes, which disappear. */
    default Tensor mean(int... axes) {
        Tensor sum = sum(axes);
        int count = Arrays.stream(axes).map(self().shape()::extent).reduce(1, (a, b) -> a * b);
        return sum.dividedBy(count);
    }

    /** Largest element along the given axes, along all if none is given. */
    default Tensor max(int... axes) {
        return Reductions.extreme(self(), Reduction.MAX, Reductions.axesOrAll(self(), axes));
    }

    /** Smallest element along the given axes, along all if none is given. */
    default Tensor min(int... axes) {
        return Reductions.extreme(self(), Reduction.MIN, Reductions.axesOrAll(self(), axes));
    }

    /** Sum of the products of corresponding elements of two tensors of one shape. */
    default Tensor dot(Tensor other) {
        return Reductions.DOT.apply(self(), other);
    }

    /** Sum of the squares of all elements. */
    default Tensor squaredNorm() {
        return Reductions.SQUARED_NORM.apply(self());
    }

    /** Euclidean norm of all elements; its derivative at 0 is taken as 0. */
    default Tensor norm() {
        return Reductions.norm(self());
    }

    /** Euclidean norms along the given axes, which disappear; the derivative of a norm that is 0 is taken as 0. */
    default Tensor norm(int... axes) {
        return self().square().sum(axes).sqrt();
    }

    /** Product along the given axes, along all if none is given; its derivative is right where factors are 0 too. */
    default Tensor prod(int... axes) {
        return Cumulation.prod(self(), Reductions.axesOrAll(self(), axes));
    }

    /** Largest minus smallest element along the given axes, along all if none is given. */
    default Tensor ptp(int... axes) {
        return max(axes).minus(min(axes));
    }

    /** Mean squared deviation from the mean along the given axes, along all if none is given. */
    default Tensor variance(int... axes) {
        return Cumulation.variance(self(), Reductions.axesOrAll(self(), axes), 0);
    }

    /**
     * Sum of the squared deviations from the mean along the given axes, along all if none is given, divided by their number
     * less 1: the estimate without bias of the variance that samples come from, NumPy's {@code ddof=1}.
     */
    default Tensor sampleVariance(int... axes) {
        return Cumulation.variance(self(), Reductions.axesOrAll(self(), axes), 1);
    }

    /** Root of {@link #variance}; its derivative where it is 0 is taken as 0. */
    default Tensor standardDeviation(int... axes) {
        return variance(axes).sqrt();
    }

    /** Root of {@link #sampleVariance}; its derivative where it is 0 is taken as 0. */
    default Tensor sampleDeviation(int... axes) {
        return sampleVariance(axes).sqrt();
    }

    /**
     * Weighted mean along an axis.
     *
     * @param weights a vector, one weight per element of the axis, with a sum that is not 0
     * @throws IllegalArgumentException if it has another shape
     */
    default Tensor average(Tensor weights, int axis) {
        return Cumulation.average(self(), weights, axis);
    }

    /** {@code log(sum(e^x))} along the given axes, along all if none is given, without overflow. */
    default Tensor logsumexp(int... axes) {
        return Cumulation.logsumexp(self(), Reductions.axesOrAll(self(), axes));
    }

    /** {@code e^x} divided by its sum along an axis, without overflow; of the shape of this tensor. */
    default Tensor softmax(int axis) {
        return Cumulation.softmax(self(), axis);
    }

    /** Logarithm of {@link #softmax}, without the loss of digits of taking it afterwards. */
    default Tensor logSoftmax(int axis) {
        return Cumulation.logSoftmax(self(), axis);
    }

    /** Running sums along an axis; of the shape of this tensor. */
    default Tensor cumsum(int axis) {
        return Cumulation.cumsum(self(), axis);
    }

    /** Running products along an axis; of the shape of this tensor. */
    default Tensor cumprod(int axis) {
        return Cumulation.cumprod(self(), axis);
    }

    /**
     * Slopes along an axis as NumPy's gradient gives them: central differences inside, one-sided ones at the ends; of the
     * shape of this tensor.
     *
     * @param spacing distance of neighbouring elements
     * @throws IllegalArgumentException if the axis is shorter than 2
     */
    default Tensor gradient(int axis, double spacing) {
        return Cumulation.gradient(self(), axis, spacing);
    }
}
