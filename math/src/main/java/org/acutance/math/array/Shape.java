package org.acutance.math.array;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The extents of an array, slowest axis first: (z, y, x) for a volume, (rows, columns) for a picture, () for a scalar.
 * The only place where shapes are compared and combined.
 */
public final class Shape {
    /** The shape of a scalar: rank 0, one element. */
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] extents;
    private final int size;

    private Shape(int[] extents) {
        this.extents = extents;
        this.size = countElements(extents);
    }

    /**
     * A shape with the given extents, slowest axis first.
     *
     * @throws IllegalArgumentException if an extent is negative or the number of elements exceeds 2^31 - 1
     */
    public static Shape of(int... extents) {
        return new Shape(extents.clone());
    }

    private static int countElements(int[] extents) {
        long size = 1;
        for (int extent : extents) {
            if (extent < 0) {
                throw new IllegalArgumentException(
                        "shape: extent " + extent + " in " + text(extents) + " is negative; use 0 or more");
            }
            size = extent == 0 ? 0 : Math.min(size * extent, Integer.MAX_VALUE + 1L);
        }
        if (size > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("shape: " + text(extents)
                    + " has more than 2147483647 elements; split the array into smaller parts");
        }
        return (int) size;
    }

    /** Number of axes. */
    public int rank() {
        return extents.length;
    }

    /** Number of elements. */
    public int size() {
        return size;
    }

    /** Extent along an axis; negative axes count from the last, as in NumPy. */
    public int extent(int axis) {
        return extents[axis(axis)];
    }

    /** Extents, slowest axis first; a copy. */
    public int[] extents() {
        return extents.clone();
    }

    /**
     * The axis as a number from 0 to rank - 1.
     *
     * @throws IllegalArgumentException if there is no such axis
     */
    public int axis(int axis) {
        if (axis < -rank() || axis >= rank()) {
            throw new IllegalArgumentException(
                    "axis " + axis + " is outside " + this + ", which has " + rank() + " axes");
        }
        return axis < 0 ? axis + rank() : axis;
    }

    /**
     * The axes as numbers from 0 to rank - 1, in the order given.
     *
     * @param operation name of the operation for the message
     * @throws IllegalArgumentException if there is no such axis, or one comes twice
     */
    public int[] axes(String operation, int... axes) {
        int[] found = IntStream.of(axes).map(this::axis).toArray();
        if (IntStream.of(found).distinct().count() < found.length) {
            throw new IllegalArgumentException(
                    operation + ": axes " + Arrays.toString(axes) + " of " + this + " name one twice; name each once");
        }
        return found;
    }

    /**
     * All axes as numbers from 0 to rank - 1, in the order given.
     *
     * @param operation name of the operation for the message
     * @throws IllegalArgumentException if not each axis comes once
     */
    public int[] permutation(String operation, int... axes) {
        if (axes.length != rank()) {
            throw new IllegalArgumentException(
                    operation + ": " + Arrays.toString(axes) + " is not a permutation of the axes of " + this);
        }
        return axes(operation, axes);
    }

    /** Distance in elements between neighbours along each axis of a dense row-major array. */
    public int[] strides() {
        int[] strides = new int[rank()];
        int stride = 1;
        for (int axis = rank() - 1; axis >= 0; axis--) {
            strides[axis] = stride;
            stride *= Math.max(extents[axis], 1);
        }
        return strides;
    }

    /** Extent of the last axis: the length of the runs that lie together in memory; 1 for a scalar. */
    public int rowLength() {
        return rank() == 0 ? 1 : extents[rank() - 1];
    }

    /** Number of rows, that is of runs along the last axis. */
    public int rows() {
        return size == 0 ? 0 : size / rowLength();
    }

    /** This shape with another extent along one axis. */
    public Shape with(int axis, int extent) {
        int[] changed = extents.clone();
        changed[axis(axis)] = extent;
        return new Shape(changed);
    }

    /** This shape with axes of length one put before it until it has the given rank. */
    public Shape expandedTo(int rank) {
        int[] expanded = new int[Math.max(rank, rank())];
        Arrays.fill(expanded, 1);
        System.arraycopy(extents, 0, expanded, expanded.length - rank(), rank());
        return new Shape(expanded);
    }

    /**
     * The common shape of two operands under NumPy's broadcasting rules.
     *
     * @param operation name of the operation for the message
     * @throws IllegalArgumentException if an extent differs and neither is 1
     */
    public static Shape broadcast(String operation, Shape a, Shape b) {
        if (a.equals(b)) {
            return a;
        }
        int rank = Math.max(a.rank(), b.rank());
        int[] left = a.expandedTo(rank).extents;
        int[] right = b.expandedTo(rank).extents;
        int[] common = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            if (left[axis] != right[axis] && left[axis] != 1 && right[axis] != 1) {
                throw new IllegalArgumentException(operation + ": shapes " + a + " and " + b
                        + " do not broadcast; extents must be equal or 1, counted from the last axis");
            }
            common[axis] = left[axis] == 1 ? right[axis] : left[axis];
        }
        return new Shape(common);
    }

    /**
     * Checks that this shape is the expected one.
     *
     * @throws IllegalArgumentException naming the operation and both shapes if it is not
     */
    public void require(String operation, Shape expected) {
        if (!equals(expected)) {
            throw new IllegalArgumentException(operation + ": got shape " + this + ", expected " + expected);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape shape && Arrays.equals(extents, shape.extents);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(extents);
    }

    /** The shape as {@code [171×171]}. */
    @Override
    public String toString() {
        return text(extents);
    }

    private static String text(int[] extents) {
        return IntStream.of(extents).mapToObj(Integer::toString).collect(Collectors.joining("×", "[", "]"));
    }
}
