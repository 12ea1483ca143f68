package org.acutance.math.convolution;

import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;

/**
 * Convolution of every plane of a stack with an outer product of two vectors: each row is read once, combined with
 * those above it, and the combination, still in the cache, is convolved along the row.
 */
final class PlanePass {
    private static final int TILE = 512;
    private static final int ROWS = 64;
    private static final int LONGEST = 4096;

    private final int planes;
    private final int rows;
    private final int columns;
    private final Taps down;
    private final Taps along;
    private final int outRows;
    private final int outColumns;

    /**
     * A pass over {@code planes} planes of {@code rows * columns} elements.
     *
     * @param down taps from row to row, in the order of the kernel
     * @param along taps along a row, in the order of the kernel
     */
    PlanePass(int planes, int rows, int columns, double[] down, double[] along) {
        this.planes = planes;
        this.rows = rows;
        this.columns = columns;
        this.down = Taps.of(down);
        this.along = Taps.of(along);
        this.outRows = rows - down.length + 1;
        this.outColumns = columns - along.length + 1;
    }

    boolean isIdentity() {
        return down.isIdentity() && along.isIdentity();
    }

    Work work() {
        double read = (double) planes * rows * columns;
        double middle = (double) planes * outRows * columns;
        double out = (double) planes * outRows * outColumns;
        double tiles = Math.ceil(outColumns / (double) TILE);
        double runs = down.count() / 4.0 + along.count() * 1.25 + 3;
        return new Work.Tally()
                .add(Operation.RUN, planes * outRows * tiles * runs)
                .add(Operation.COPY, read + middle + out * (along.count() + 1))
                .add(Operation.MULTIPLY_ADD, middle * down.count() + out * along.count())
                .total();
    }

    /** The result with its rows changed; these are not cut into tiles then, unless they are very long. */
    NdArray apply(NdArray x, Shape result, Precision precision, boolean parallel, RowOperation change) {
        if (change == RowOperation.NONE || outColumns > LONGEST) {
            return change == RowOperation.NONE
                    ? apply(x, result, precision, parallel, TILE, change)
                    : change.on(apply(x, result, precision, parallel, RowOperation.NONE));
        }
        return apply(x, result, precision, parallel, outColumns, change);
    }

    private NdArray apply(
            NdArray x, Shape result, Precision precision, boolean parallel, int tile, RowOperation change) {
        boolean single = x.precision() == Precision.FLOAT32 && precision == Precision.FLOAT32;
        Runs<?> runs = single ? FloatRuns.FASTEST : DoubleRuns.FASTEST;
        return apply(runs, x, NdArray.builder(result, precision), parallel, tile, change);
    }

    private <A> NdArray apply(
            Runs<A> runs, NdArray x, NdArray.Builder builder, boolean parallel, int tile, RowOperation change) {
        int tiles = (outColumns + tile - 1) / tile;
        int width = (outColumns + tiles - 1) / tiles;
        int length = parallel ? Math.max(ROWS, 4 * (rows - outRows)) : outRows;
        int blocks = (outRows + length - 1) / length;
        Blocks.forEach(planes * blocks * tiles, 1, parallel, (unit, end) -> {
            int from = unit / tiles % blocks * length;
            int left = unit % tiles * width;
            new Tile<>(runs, x, unit / tiles / blocks, left, Math.min(width, outColumns - left), change)
                    .run(from, Math.min(from + length, outRows), builder);
        });
        return builder.build();
    }

    /**
     * A strip of columns of a plane on its way through the pass.
     *
     * @param <A> its rows
     */
    private final class Tile<A> {
        private final Runs<A> runs;
        private final NdArray x;
        private final RowOperation change;
        private final int plane;
        private final int left;
        private final int count;
        private final int width;
        private final A[] ring;
        private final A middle;
        private final A sums;
        private final A[] together;
        private final A[] moved;

        Tile(Runs<A> runs, NdArray x, int plane, int left, int count, RowOperation change) {
            this.runs = runs;
            this.x = x;
            this.change = change.forOneThread();
            this.plane = plane;
            this.left = left;
            this.count = count;
            this.width = count + columns - outColumns;
            this.ring = runs.rows(rows - outRows + 1, width);
            this.middle = runs.allocate(width);
            this.sums = runs.allocate(count);
            this.together = runs.rows(4, 0);
            this.moved = runs.rows(4, count);
        }

        void run(int from, int to, NdArray.Builder result) {
            for (int row = from; row < from + ring.length - 1; row++) {
                read(row);
            }
            for (int row = from; row < to; row++) {
                read(row + ring.length - 1);
                A out = convolveAlong(combine(row));
                runs.write(change, out, result, (plane * outRows + row) * outColumns + left, count);
            }
        }

        private void read(int row) {
            runs.read(x, (plane * rows + row) * columns + left, ring[row % ring.length], width);
        }

        private A combine(int row) {
            if (down.isIdentity()) {
                runs.copy(ring[row % ring.length], middle, width);
                return middle;
            }
            runs.clear(middle, width);
            for (int k = 0; k < down.count(); k += down.groupSize(k)) {
                for (int i = 0; i < down.groupSize(k); i++) {
                    together[i] = ring[(row + down.shift(k + i)) % ring.length];
                }
                runs.add(down, 0, k, middle, together, width);
            }
            return middle;
        }

        private A convolveAlong(A line) {
            if (along.isIdentity()) {
                return line;
            }
            runs.along(along, line, moved, sums, count);
            return sums;
        }
    }
}
