package org.acutance.math.linear;

import java.util.Arrays;
import java.util.List;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Stencils over all elements of stacked arrays of one shape, row by row: each row of the result is a sum of shifted
 * rows. At a periodic border the arrays go on with their other side; at another one a stencil that leaves gives 0.
 *
 * @param shape of one array
 * @param fields number of stacked arrays that the stencils read
 * @param stencils one for each stacked array of the result
 * @param periodic whether the border is periodic
 */
record StencilPass(Shape shape, int fields, List<Stencil> stencils, boolean periodic) {
    private static final int BLOCK = 1 << 14;

    StencilPass {
        stencils = List.copyOf(stencils);
    }

    private int length() {
        return shape.rowLength();
    }

    /** The sums; {@code range} is the shape of the result. */
    NdArray apply(NdArray x, Shape range) {
        NdArray.Builder result = NdArray.builder(range, x.precision());
        forEachRow(stencils.size(), (component, row, sum) -> {
            Stencil stencil = stencils.get(component);
            int count = length() - (periodic ? 0 : Math.min(length(), last(stencil.reach())));
            if (count > 0 && (periodic || isInside(row, stencil.reach()))) {
                for (Stencil.Tap tap : stencil.taps()) {
                    addAhead(x, tap, row, sum, count);
                }
                result.write((component * shape.rows() + row) * length(), sum, 0, count);
            }
        });
        return result.build();
    }

    private void addAhead(NdArray x, Stencil.Tap tap, int row, double[] sum, int count) {
        int start = (tap.field() * shape.rows() + moved(row, tap.offset(), 1)) * length();
        int shift = last(tap.offset()) % length();
        int direct = Math.min(count, length() - shift);
        x.accumulate(start + shift, tap.weight(), sum, 0, direct);
        x.accumulate(start, tap.weight(), sum, direct, count - direct);
    }

    /** The adjoint; {@code domain} is the shape of the result. */
    NdArray adjoint(NdArray y, Shape domain) {
        NdArray.Builder result = NdArray.builder(domain, y.precision());
        forEachRow(fields, (field, row, sum) -> {
            for (int component = 0; component < stencils.size(); component++) {
                Stencil stencil = stencils.get(component);
                for (Stencil.Tap tap : stencil.taps()) {
                    if (tap.field() == field && isReachedFrom(row, tap, stencil.reach())) {
                        addBehind(y, component, row, tap, stencil.reach(), sum);
                    }
                }
            }
            result.write((field * shape.rows() + row) * length(), sum, 0, length());
        });
        return result.build();
    }

    private void addBehind(NdArray y, int component, int row, Stencil.Tap tap, Shape reach, double[] sum) {
        int start = (component * shape.rows() + moved(row, tap.offset(), -1)) * length();
        int shift = last(tap.offset()) % length();
        int count = periodic ? length() - shift : Math.max(0, length() - last(reach));
        y.accumulate(start, tap.weight(), sum, shift, count);
        if (periodic) {
            y.accumulate(start + length() - shift, tap.weight(), sum, 0, shift);
        }
    }

    private boolean isReachedFrom(int row, Stencil.Tap tap, Shape reach) {
        for (int axis = 0; !periodic && axis < shape.rank() - 1; axis++) {
            int from = index(row, axis) - tap.offset().extent(axis);
            if (from < 0 || from + reach.extent(axis) >= shape.extent(axis)) {
                return false;
            }
        }
        return true;
    }

    private boolean isInside(int row, Shape reach) {
        for (int axis = 0; axis < shape.rank() - 1; axis++) {
            if (index(row, axis) + reach.extent(axis) >= shape.extent(axis)) {
                return false;
            }
        }
        return true;
    }

    private static int last(Shape offset) {
        return offset.extent(-1);
    }

    /** The row that is an offset ahead, or behind if the sign is negative; it comes back from the other side. */
    private int moved(int row, Shape offset, int sign) {
        int moved = row;
        int stride = 1;
        for (int axis = shape.rank() - 2; axis >= 0; axis--) {
            if (offset.extent(axis) != 0) {
                int here = row / stride % shape.extent(axis);
                moved += (Math.floorMod(here + sign * offset.extent(axis), shape.extent(axis)) - here) * stride;
            }
            stride *= shape.extent(axis);
        }
        return moved;
    }

    private int index(int row, int axis) {
        int stride = 1;
        for (int i = axis + 1; i < shape.rank() - 1; i++) {
            stride *= shape.extent(i);
        }
        return row / stride % shape.extent(axis);
    }

    /** What is done for one row of one stacked array. */
    private interface Work {
        /** The sum comes as zeros. */
        void run(int array, int row, double[] sum);
    }

    private void forEachRow(int arrays, Work work) {
        int rows = shape.rows();
        int perBlock = Math.max(1, BLOCK / Math.max(1, length()));
        Blocks.forEach(arrays * rows, perBlock, arrays * rows > 2 * perBlock, (from, to) -> {
            double[] sum = new double[length()];
            for (int i = from; i < to; i++) {
                Arrays.fill(sum, 0);
                work.run(i / rows, i % rows, sum);
            }
        });
    }
}
