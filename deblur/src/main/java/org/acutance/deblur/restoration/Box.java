package org.acutance.deblur.restoration;

import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A part of an array.
 *
 * @param from index of its first element along every axis
 * @param extents its shape
 */
record Box(Shape from, Shape extents) {
    /** The part of an array. */
    NdArray of(NdArray whole) {
        return whole.gather(maps(whole.shape()));
    }

    /** The part of each of several arrays of one shape, which are stacked along a first axis. */
    NdArray ofEach(NdArray stacked) {
        int[] from = IntStream.concat(IntStream.of(0), IntStream.of(this.from.extents()))
                .toArray();
        int[] extents = IntStream.concat(IntStream.of(stacked.shape().extent(0)), IntStream.of(this.extents.extents()))
                .toArray();
        return new Box(Shape.of(from), Shape.of(extents)).of(stacked);
    }

    /** This part as seen from another one that contains it. */
    Box within(Box outer) {
        return new Box(each(axis -> from.extent(axis) - outer.from.extent(axis)), extents);
    }

    /**
     * This part and what surrounds it, as far as there is something.
     *
     * @param margin elements on both sides along every axis
     * @param whole shape of the array
     */
    Box grown(Shape margin, Shape whole) {
        Shape first = each(axis -> Math.max(0, from.extent(axis) - margin.extent(axis)));
        return new Box(
                first,
                each(axis ->
                        Math.min(whole.extent(axis), from.extent(axis) + extents.extent(axis) + margin.extent(axis))
                                - first.extent(axis)));
    }

    /**
     * This part without what lies near the border of the array, along every axis where more than that is left.
     *
     * @param margin elements that do not count at the border
     * @param whole shape of the array
     */
    Box inside(Shape margin, Shape whole) {
        Shape first = each(axis -> from.extent(axis) == 0 && 2 * margin.extent(axis) < extents.extent(axis)
                ? margin.extent(axis)
                : from.extent(axis));
        return new Box(first, each(axis -> {
            int end = from.extent(axis) + extents.extent(axis);
            boolean cut = end == whole.extent(axis) && 2 * margin.extent(axis) < extents.extent(axis);
            return (cut ? end - margin.extent(axis) : end) - first.extent(axis);
        }));
    }

    /** Writes a part, of the shape of this one, to its place in an array of another shape. */
    void write(NdArray part, NdArray.Builder target, Shape whole) {
        double[] row = new double[extents.rowLength()];
        int[] strides = whole.strides();
        int[] own = extents.strides();
        for (int at = 0; at < part.size(); at += row.length) {
            int to = 0;
            for (int axis = 0; axis < extents.rank(); axis++) {
                to += (from.extent(axis) + at / own[axis] % extents.extent(axis)) * strides[axis];
            }
            part.read(at, row, 0, row.length);
            target.write(to, row, 0, row.length);
        }
    }

    private List<IndexMap> maps(Shape whole) {
        return IntStream.range(0, extents.rank())
                .mapToObj(axis -> IndexMap.slice(
                        whole.extent(axis), from.extent(axis), from.extent(axis) + extents.extent(axis), 1))
                .toList();
    }

    private Shape each(IntUnaryOperator value) {
        return Shape.of(IntStream.range(0, extents.rank()).map(value).toArray());
    }
}
