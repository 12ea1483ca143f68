package org.acutance.math.array;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the elements along one axis of a rearranged array come from. Slicing, flipping, rolling and padding are index
 * maps; reading through one map per axis is a gather, and its adjoint is the scatter that adds.
 */
public final class IndexMap {
    static final int OUTSIDE = -1;

    private final int sourceExtent;
    private final int[] sources;
    private final int[] runs;

    private IndexMap(int sourceExtent, int[] sources) {
        this.sourceExtent = sourceExtent;
        this.sources = sources;
        this.runs = runs(sources);
    }

    /** Start of each stretch of the result whose elements lie together in the source too, and the end of the last. */
    private static int[] runs(int[] sources) {
        return IntStream.rangeClosed(0, sources.length)
                .filter(i -> i == 0
                        || i == sources.length
                        || sources[i] != (sources[i - 1] == OUTSIDE ? OUTSIDE : sources[i - 1] + 1))
                .toArray();
    }

    /** Reads one row of a source through this map; places outside keep what they hold. */
    void read(NdArray source, int rowStart, double[] row) {
        for (int r = 0; r + 1 < runs.length; r++) {
            int start = runs[r];
            if (sources[start] != OUTSIDE) {
                source.read(rowStart + sources[start], row, start, runs[r + 1] - start);
            }
        }
    }

    /** Every element of an axis in its place. */
    public static IndexMap identity(int extent) {
        return new IndexMap(extent, IntStream.range(0, extent).toArray());
    }

    /**
     * Elements {@code from, from + step, ...} below {@code to} (above it if the step is negative).
     *
     * @throws IllegalArgumentException if the step is 0 or the range leaves {@code 0..extent}
     */
    public static IndexMap slice(int extent, int from, int to, int step) {
        if (step == 0) {
            throw new IllegalArgumentException("slice: step is 0; use a positive or a negative step");
        }
        int count = Math.max(0, (int) Math.ceil((to - (double) from) / step));
        int last = from + (count - 1) * step;
        if (count > 0 && (Math.min(from, last) < 0 || Math.max(from, last) >= extent)) {
            throw new IllegalArgumentException(
                    "slice: range " + from + ".." + to + " with step " + step + " leaves an axis of extent " + extent);
        }
        return new IndexMap(
                extent, IntStream.range(0, count).map(i -> from + i * step).toArray());
    }

    /** Elements in reverse order. */
    public static IndexMap flip(int extent) {
        return slice(extent, extent - 1, -1, -1);
    }

    /** Elements moved by {@code shift} places towards the end, those that leave coming back at the start. */
    public static IndexMap roll(int extent, int shift) {
        return new IndexMap(
                extent,
                IntStream.range(0, extent)
                        .map(i -> (int) Math.floorMod((long) i - shift, (long) extent))
                        .toArray());
    }

    /**
     * The axis with {@code before} and {@code after} elements added by a boundary rule.
     *
     * @throws IllegalArgumentException if an amount is negative, the axis is empty and the rule needs an element, or the
     *     result is longer than 2^31 - 1
     */
    public static IndexMap pad(int extent, int before, int after, Boundary boundary) {
        if (before < 0 || after < 0) {
            throw new IllegalArgumentException(
                    "pad: amounts " + before + " and " + after + " must not be negative; slice to shrink an axis");
        }
        if (extent == 0 && boundary != Boundary.ZERO) {
            throw new IllegalArgumentException("pad: an empty axis has nothing to repeat; use Boundary.ZERO");
        }
        if ((long) before + extent + after > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("pad: extent " + extent + " with " + before + " before and " + after
                    + " after exceeds 2147483647; pad by less");
        }
        return new IndexMap(
                extent,
                IntStream.range(-before, extent + after)
                        .map(i -> boundary.source(i, extent))
                        .toArray());
    }

    /**
     * One map per axis that pads it as {@link #pad(int, int, int, Boundary)}.
     *
     * @throws IllegalArgumentException if there is not one amount before and one after per axis
     */
    public static List<IndexMap> pad(Shape shape, int[] before, int[] after, Boundary boundary) {
        if (before.length != shape.rank() || after.length != shape.rank()) {
            throw new IllegalArgumentException("pad: " + before.length + " and " + after.length + " amounts for shape "
                    + shape + "; give one before and one after per axis");
        }
        return IntStream.range(0, shape.rank())
                .mapToObj(axis -> pad(shape.extent(axis), before[axis], after[axis], boundary))
                .toList();
    }

    /** One map per axis: the given one along an axis, and the others left as they are. */
    public static List<IndexMap> along(Shape shape, int axis, IndexMap map) {
        int chosen = shape.axis(axis);
        return IntStream.range(0, shape.rank())
                .mapToObj(i -> i == chosen ? map : identity(shape.extent(i)))
                .toList();
    }

    /** The shape that one map per axis leads to. */
    public static Shape shape(List<IndexMap> maps) {
        int[] extents = new int[maps.size()];
        for (int axis = 0; axis < extents.length; axis++) {
            extents[axis] = maps.get(axis).extent();
        }
        return Shape.of(extents);
    }

    /**
     * The elements at the given indices, in that order, repeats allowed.
     *
     * @throws IllegalArgumentException if an index is outside the axis
     */
    public static IndexMap take(int extent, int... indices) {
        for (int index : indices) {
            if (index < 0 || index >= extent) {
                throw new IllegalArgumentException("take: index " + index + " is outside an axis of extent " + extent);
            }
        }
        return new IndexMap(extent, indices.clone());
    }

    /** Extent of the axis that is read. */
    public int sourceExtent() {
        return sourceExtent;
    }

    /** Extent of the axis that results. */
    public int extent() {
        return sources.length;
    }

    /** Index that place {@code i} is read from, or -1 for a zero. */
    public int source(int i) {
        return sources[i];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexMap map && sourceExtent == map.sourceExtent && Arrays.equals(sources, map.sources);
    }

    @Override
    public int hashCode() {
        return 31 * sourceExtent + Arrays.hashCode(sources);
    }

    @Override
    public String toString() {
        return sourceExtent + "->" + sources.length;
    }
}
