package org.acutance.math.array;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Reductions along some of the axes. */
final class AxisReduction {
    private AxisReduction() {}

    static NdArray apply(NdArray array, Reduction reduction, int[] axes) {
        Shape shape = array.shape();
        boolean[] reduced = new boolean[shape.rank()];
        for (int axis : shape.axes("reduce", axes)) {
            reduced[axis] = true;
        }
        int[] kept = IntStream.range(0, shape.rank()).filter(i -> !reduced[i]).toArray();
        int[] gone = IntStream.range(0, shape.rank()).filter(i -> reduced[i]).toArray();
        Shape result = shape;
        for (int axis : gone) {
            result = result.with(axis, 1);
        }
        int[] order = IntStream.concat(Arrays.stream(kept), Arrays.stream(gone)).toArray();
        NdArray rows = array.permute(order);
        double[] values = reduceRows(rows, reduction, result.size());
        return NdArray.of(values, result, array.precision());
    }

    private static double[] reduceRows(NdArray rows, Reduction reduction, int count) {
        int length = count == 0 ? 0 : rows.size() / count;
        double[] values = new double[count];
        for (int row = 0; row < count; row++) {
            values[row] = reduction.apply(
                    () -> (from, block, n) -> rows.read(from, block, 0, n), row * length, (row + 1) * length);
        }
        return values;
    }
}
