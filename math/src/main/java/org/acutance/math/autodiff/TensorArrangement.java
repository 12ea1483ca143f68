package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** The operations of a {@link Tensor} that move elements. */
public sealed interface TensorArrangement permits Tensor {
    private Tensor self() {
        return (Tensor) this;
    }

    /** The same values in a precision, rounded to nearest where it is the smaller one; a scalar stays as it is. */
    default Tensor to(Precision precision) {
        return Arrangement.convert(self(), precision);
    }

    /** The same elements, in row-major order, in another shape of the same size. */
    default Tensor reshape(Shape target) {
        return Arrangement.reshape(self(), target);
    }

    /** As {@link #reshape(Shape)}. */
    default Tensor reshape(int... extents) {
        return reshape(Shape.of(extents));
    }

    /** The axes in another order: axis {@code i} of the result is axis {@code axes[i]} of this tensor. */
    default Tensor permute(int... axes) {
        return Arrangement.permute(self(), axes);
    }

    /** The axes in reverse order. */
    default Tensor transpose() {
        int rank = self().shape().rank();
        return permute(IntStream.range(0, rank).map(i -> rank - 1 - i).toArray());
    }

    /** Repeats axes of extent one, and adds leading axes, until the shape is the given one. */
    default Tensor broadcastTo(Shape target) {
        return Arrangement.broadcastTo(self(), target);
    }

    /** Elements {@code from <= i < to} along one axis. */
    default Tensor slice(int axis, int from, int to) {
        return slice(axis, from, to, 1);
    }

    /** Elements {@code from, from + step, ...} before {@code to} along one axis. */
    default Tensor slice(int axis, int from, int to, int step) {
        return along(axis, IndexMap.slice(self().shape().extent(axis), from, to, step));
    }

    /** One axis read through an index map: slice, flip, roll, pad or take. */
    default Tensor along(int axis, IndexMap map) {
        return Arrangement.along(self(), axis, map);
    }

    /** Elements in reverse order along the given axes, along all if none is given. */
    default Tensor flip(int... axes) {
        return Arrangement.flip(self(), axes);
    }

    /** Elements moved cyclically along one axis. */
    default Tensor roll(int axis, int shift) {
        return along(axis, IndexMap.roll(self().shape().extent(axis), shift));
    }

    /** {@code before[i]} and {@code after[i]} elements added at the ends of axis {@code i} by a boundary rule. */
    default Tensor pad(int[] before, int[] after, Boundary boundary) {
        return Arrangement.pad(self(), before, after, boundary);
    }

    /** Forward differences {@code x[i + 1] - x[i]} along one axis, which becomes one shorter. */
    default Tensor differences(int axis) {
        return Arrangement.differences(self(), axis);
    }

    /** All elements in row-major order, as a vector; NumPy's ravel. */
    default Tensor flatten() {
        return reshape(self().shape().size());
    }

    /** Two axes exchanged. */
    default Tensor swapAxes(int first, int second) {
        return Arrangement.swapAxes(self(), first, second);
    }

    /** One axis moved to another place, the others in their order. */
    default Tensor moveAxis(int from, int to) {
        return Arrangement.moveAxis(self(), from, to);
    }

    /** Axes of extent one put in; the numbers are those of the result. */
    default Tensor expandDims(int... axes) {
        return Arrangement.expandDims(self(), axes);
    }

    /**
     * Axes of extent one taken out, all of them if none is given.
     *
     * @throws IllegalArgumentException if an axis has another extent
     */
    default Tensor squeeze(int... axes) {
        return Arrangement.squeeze(self(), axes);
    }

    /** Turned by quarter turns in the plane of two axes, from the first towards the second. */
    default Tensor rot90(int turns, int first, int second) {
        return Arrangement.rot90(self(), turns, first, second);
    }

    /** The whole tensor repeated, one number per axis; more numbers than axes add leading axes. */
    default Tensor tile(int... times) {
        return Arrangement.tile(self(), times);
    }

    /** Every element along an axis repeated a number of times. */
    default Tensor repeat(int times, int axis) {
        return Arrangement.repeat(self(), times, axis);
    }

    /** The parts of an axis between the given places: before the first, between neighbours, and from the last on. */
    default List<Tensor> split(int axis, int... places) {
        return Arrangement.split(self(), axis, places);
    }

    /** The elements at some indices along an axis, in that order, repeats allowed. */
    default Tensor take(int axis, int... indices) {
        return along(axis, IndexMap.take(self().shape().extent(axis), indices));
    }

    /** For every place of {@code indices} the element with that index along an axis: NumPy's take_along_axis. */
    default Tensor takeAlong(int axis, NdArray indices) {
        return Indexing.takeAlong(self(), axis, indices);
    }

    /**
     * The elements at places given by one list of indices per axis, as a vector: NumPy's {@code x[i, j]}.
     *
     * @throws IllegalArgumentException if there is not one list per axis, they differ in length, or an index is outside
     */
    default Tensor at(int[]... indices) {
        return Indexing.at(self(), indices);
    }

    /**
     * The elements of this vector added up at places of a new tensor, zeros elsewhere: the adjoint of {@link #at}.
     *
     * @throws IllegalArgumentException as for {@link #at}, or if there is not one place per element
     */
    default Tensor scatter(Shape target, int[]... indices) {
        return Indexing.scatter(self(), target, indices);
    }

    /** Every line along an axis in ascending order, NaN last; equal elements keep their order. */
    default Tensor sort(int axis) {
        return Indexing.sort(self(), axis);
    }

    /** A diagonal of a matrix, {@code offset} above the main one. */
    default Tensor diagonal(int offset) {
        return Indexing.diagonal(self(), offset);
    }

    /** The square matrix with this vector as its diagonal, {@code offset} above the main one, and zeros elsewhere. */
    default Tensor diagonalMatrix(int offset) {
        return Indexing.diagonalMatrix(self(), offset);
    }

    /** Sum of a diagonal of a matrix, {@code offset} above the main one. */
    default Tensor trace(int offset) {
        return diagonal(offset).sum();
    }

    /** Zeros above a diagonal of the last two axes, which lies {@code offset} above the main one. */
    default Tensor tril(int offset) {
        return Indexing.triangle(self(), offset, true);
    }

    /** Zeros below a diagonal of the last two axes, which lies {@code offset} above the main one. */
    default Tensor triu(int offset) {
        return Indexing.triangle(self(), offset, false);
    }
}
