package org.acutance.math.array;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The operations of an {@link NdArray} that move elements. */
public sealed interface ArrayArrangement permits NdArray {
    private NdArray self() {
        return (NdArray) this;
    }

    /**
     * The axes in another order: axis {@code i} of the result is axis {@code axes[i]} of this array; negative axes
     * count from the last.
     *
     * @throws IllegalArgumentException if {@code axes} is not a permutation
     */
    default NdArray permute(int... axes) {
        return Reindexing.permute(self(), self().shape().permutation("permute", axes));
    }

    /**
     * Reads through one index map per axis: slices, flips, rolls and pads all at once. Places outside are 0.
     *
     * @throws IllegalArgumentException if the maps do not fit this shape
     */
    default NdArray gather(List<IndexMap> maps) {
        self().shape().require("gather", Reindexing.sourceShape(maps));
        return Reindexing.gather(self(), maps);
    }

    /**
     * The adjoint of {@link #gather}: adds each element to the place that it would have been read from.
     *
     * @throws IllegalArgumentException if the maps do not lead to this shape
     */
    default NdArray scatter(List<IndexMap> maps) {
        self().shape().require("scatter", IndexMap.shape(maps));
        return Reindexing.scatter(self(), maps);
    }

    /** Elements {@code from <= i < to} along one axis. */
    default NdArray slice(int axis, int from, int to) {
        return along(axis, IndexMap.slice(self().shape().extent(axis), from, to, 1));
    }

    /** Elements in reverse order along the given axes, along all if none is given. */
    default NdArray flip(int... axes) {
        boolean[] chosen = new boolean[self().rank()];
        Arrays.fill(chosen, axes.length == 0);
        for (int axis : self().shape().axes("flip", axes)) {
            chosen[axis] = true;
        }
        return gather(IntStream.range(0, self().rank())
                .mapToObj(i -> chosen[i]
                        ? IndexMap.flip(self().shape().extent(i))
                        : IndexMap.identity(self().shape().extent(i)))
                .toList());
    }

    /** Elements moved cyclically along one axis. */
    default NdArray roll(int axis, int shift) {
        return along(axis, IndexMap.roll(self().shape().extent(axis), shift));
    }

    /**
     * {@code before[i]} and {@code after[i]} elements added at the ends of axis {@code i} by a boundary rule.
     *
     * @throws IllegalArgumentException if there is not one amount per axis, or an axis cannot be padded
     */
    default NdArray pad(int[] before, int[] after, Boundary boundary) {
        return gather(IndexMap.pad(self().shape(), before, after, boundary));
    }

    /** Reads one axis through a map and leaves the others. */
    default NdArray along(int axis, IndexMap map) {
        return gather(IndexMap.along(self().shape(), axis, map));
    }

    /** Repeats axes of extent one, and adds leading axes, until the shape is the given one. */
    default NdArray broadcastTo(Shape target) {
        Shape.broadcast("broadcastTo", self().shape(), target).require("broadcastTo", target);
        return NdArray.elementwise(
                "broadcastTo",
                (in, out, count) -> System.arraycopy(in[0], 0, out, 0, count),
                self(),
                NdArray.zeros(target, self().precision()));
    }
}
