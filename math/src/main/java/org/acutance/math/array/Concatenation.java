package org.acutance.math.array;

import java.util.List;

/** Arrays one after the other along an axis. */
final class Concatenation {
    private Concatenation() {}

    static NdArray apply(int axis, List<NdArray> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("concatenate: no arrays came; give at least one");
        }
        NdArray first = parts.get(0);
        int chosen = first.shape().axis(axis);
        long extent = 0;
        for (NdArray part : parts) {
            requireBeside(first, part, chosen);
            extent += part.shape().extent(chosen);
        }
        if (extent > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("concatenate: extent " + extent + " along axis " + chosen
                    + " exceeds 2147483647; join fewer arrays");
        }
        Shape result = first.shape().with(chosen, (int) extent);
        NdArray.Builder builder = NdArray.builder(result, first.precision());
        int to = 0;
        for (NdArray part : parts) {
            copy(part, chosen, builder, to, result);
            to += runLength(part.shape(), chosen);
        }
        return builder.build();
    }

    private static void requireBeside(NdArray first, NdArray part, int axis) {
        Shape shape = part.shape();
        if (shape.rank() != first.rank()
                || !shape.with(axis, 0).equals(first.shape().with(axis, 0))) {
            throw new IllegalArgumentException("concatenate: shapes " + first.shape() + " and " + shape
                    + " differ beside axis " + axis + "; they must agree there");
        }
        part.requirePrecision("concatenate", first);
    }

    /** Elements that lie together in memory for one index of the axes before the chosen one. */
    private static int runLength(Shape shape, int axis) {
        return shape.extent(axis) * shape.strides()[axis];
    }

    private static void copy(NdArray part, int axis, NdArray.Builder builder, int to, Shape result) {
        int length = runLength(part.shape(), axis);
        int stride = runLength(result, axis);
        double[] run = new double[part.size() == 0 ? 0 : length];
        for (int from = 0; from < part.size(); from += length) {
            part.read(from, run, 0, length);
            builder.write(to + from / length * stride, run, 0, length);
        }
    }
}
