package org.acutance.math.linear;

import java.util.Arrays;
import java.util.List;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Stencils over all elements of stacked arrays of one shape, row by row: each row of the result is a sum of shifted
 * rows. At a periodic border the arrays go on with their other side; at another one a stencil that leaves gives 0.
 */
final class StencilPass {
    private static final int BLOCK = 1 << 14;

    private final int fields;
    private final boolean periodic;
    private final List<Placed> stencils;
    private final int[] extents;
    private final int rows;
    private final int length;

    /**
     * Stencils over arrays of a shape.
     *
     * @param fields number of stacked arrays that the stencils read
     * @param stencils one for each stacked array of the result
     * @param periodic whether the border is periodic
     */
    StencilPass(Shape shape, int fields, List<Stencil> stencils, boolean periodic) {
        this.fields = fields;
        this.periodic = periodic;
        this.stencils = stencils.stream().map(Placed::new).toList();
        this.extents = Arrays.copyOf(shape.extents(), shape.rank() - 1);
        this.rows = shape.rows();
        this.length = shape.rowLength();
    }

    boolean periodic() {
        return periodic;
    }

    /** A stencil, what it needs for every row read out of its shapes. */
    private static final class Placed {
        private final int[] reach;
        private final int last;
        private final List<Neighbour> neighbours;

        Placed(Stencil stencil) {
            this.reach = stencil.reach().extents();
            this.last = reach[reach.length - 1];
            this.neighbours = stencil.taps().stream().map(Neighbour::new).toList();
        }
    }

    /** A tap: in which array, how far ahead along every axis, and its factor. */
    private static final class Neighbour {
        private final int field;
        private final int[] offset;
        private final int last;
        private final double weight;

        Neighbour(Stencil.Tap tap) {
            this.field = tap.field();
            this.offset = tap.offset().extents();
            this.last = offset[offset.length - 1];
            this.weight = tap.weight();
        }
    }

    /** The sums; {@code range} is the shape of the result. */
    NdArray apply(NdArray x, Shape range) {
        NdArray.Builder result = NdArray.builder(range, x.precision());
        forEachRow(stencils.size(), (component, row, sum) -> {
            Placed stencil = stencils.get(component);
            int count = length - (periodic ? 0 : Math.min(length, stencil.last));
            if (count > 0 && (periodic || isInside(row, stencil.reach))) {
                for (Neighbour neighbour : stencil.neighbours) {
                    addAhead(x, neighbour, row, sum, count);
                }
                result.write((component * rows + row) * length, sum, 0, count);
            }
        });
        return result.build();
    }

    private void addAhead(NdArray x, Neighbour neighbour, int row, double[] sum, int count) {
        int start = (neighbour.field * rows + moved(row, 1, neighbour.offset)) * length;
        int shift = neighbour.last % length;
        int direct = Math.min(count, length - shift);
        x.accumulate(start + shift, neighbour.weight, sum, 0, direct);
        x.accumulate(start, neighbour.weight, sum, direct, count - direct);
    }

    /** The adjoint; {@code domain} is the shape of the result. */
    NdArray adjoint(NdArray y, Shape domain) {
        NdArray.Builder result = NdArray.builder(domain, y.precision());
        forEachRow(fields, (field, row, sum) -> {
            for (int component = 0; component < stencils.size(); component++) {
                Placed stencil = stencils.get(component);
                for (Neighbour neighbour : stencil.neighbours) {
                    if (neighbour.field == field && isReachedFrom(row, neighbour.offset, stencil.reach)) {
                        addBehind(y, component, row, neighbour, stencil, sum);
                    }
                }
            }
            result.write((field * rows + row) * length, sum, 0, length);
        });
        return result.build();
    }

    private void addBehind(NdArray y, int component, int row, Neighbour neighbour, Placed stencil, double[] sum) {
        int start = (component * rows + moved(row, -1, neighbour.offset)) * length;
        int shift = neighbour.last % length;
        int count = periodic ? length - shift : Math.max(0, length - stencil.last);
        y.accumulate(start, neighbour.weight, sum, shift, count);
        if (periodic) {
            y.accumulate(start + length - shift, neighbour.weight, sum, 0, shift);
        }
    }

    private boolean isReachedFrom(int row, int[] offset, int[] reach) {
        int stride = 1;
        for (int axis = extents.length - 1; !periodic && axis >= 0; axis--) {
            int from = row / stride % extents[axis] - offset[axis];
            if (from < 0 || from + reach[axis] >= extents[axis]) {
                return false;
            }
            stride *= extents[axis];
        }
        return true;
    }

    private boolean isInside(int row, int... reach) {
        int stride = 1;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            if (row / stride % extents[axis] + reach[axis] >= extents[axis]) {
                return false;
            }
            stride *= extents[axis];
        }
        return true;
    }

    /** The row that is an offset ahead, or behind if the sign is negative; it comes back from the other side. */
    private int moved(int row, int sign, int... offset) {
        int moved = row;
        int stride = 1;
        for (int axis = extents.length - 1; axis >= 0; axis--) {
            int extent = extents[axis];
            if (offset[axis] != 0) {
                int here = row / stride % extent;
                moved += (Math.floorMod(here + sign * offset[axis], extent) - here) * stride;
            }
            stride *= extent;
        }
        return moved;
    }

    /** What is done for one row of one stacked array. */
    private interface Work {
        /** The sum comes as zeros. */
        void run(int array, int row, double[] sum);
    }

    private void forEachRow(int arrays, Work work) {
        int perBlock = Math.max(1, BLOCK / Math.max(1, length));
        Blocks.forEach(arrays * rows, perBlock, arrays * rows > 2 * perBlock, (from, to) -> {
            double[] sum = new double[length];
            for (int i = from; i < to; i++) {
                Arrays.fill(sum, 0);
                work.run(i / rows, i % rows, sum);
            }
        });
    }
}
