package org.acutance.math.convolution;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The definition, in loops that run along rows: a few output rows are summed at a time, so that a row that has been read
 * and moved serves them all.
 */
final class DirectConvolution implements ValidConvolution {
    private static final int TILE = 256;
    private static final int ROWS = 8;

    private final Problem problem;
    private final Taps[] planes;
    private final int[] planeOffsets;
    private final int rows;
    private final int columns;
    private final int kernelRows;
    private final int outRows;
    private final int outColumns;
    private final boolean parallel;

    DirectConvolution(Problem problem) {
        this.problem = problem;
        Shape kernel = problem.kernel().shape();
        this.rows = problem.input().extent(-2);
        this.columns = problem.input().extent(-1);
        this.kernelRows = kernel.extent(-2);
        this.outRows = problem.output().extent(-2);
        this.outColumns = problem.output().extent(-1);
        double[] taps = problem.kernel().toDoubles();
        int plane = kernelRows * kernel.extent(-1);
        this.planes = IntStream.range(0, taps.length / plane)
                .mapToObj(q -> Taps.of(taps, q * plane, kernelRows, kernel.extent(-1)))
                .toArray(Taps[]::new);
        this.planeOffsets = IntStream.range(0, planes.length)
                .map(q -> inputPlane(planes.length - 1 - q, kernel))
                .toArray();
        this.parallel = Convolver.isLarge(work());
    }

    /** Number, among the planes of the input, of a plane of a smaller array at the origin. */
    private int inputPlane(int plane, Shape smaller) {
        int[] strides = problem.input().strides();
        int position = 0;
        int rest = plane;
        for (int axis = smaller.rank() - 3; axis >= 0; axis--) {
            position += rest % smaller.extent(axis) * strides[axis];
            rest /= smaller.extent(axis);
        }
        return position / (rows * columns);
    }

    Work work() {
        double outPlanes = problem.output().size() / ((double) outRows * outColumns);
        double tiles = Math.ceil(outColumns / (double) TILE);
        double blocks = Math.ceil(outRows / (double) ROWS) * outPlanes * tiles;
        double read = outRows / Math.ceil(outRows / (double) ROWS) + kernelRows - 1;
        double width = outColumns / tiles;
        Work.Tally tally =
                new Work.Tally().add(Operation.COPY, 2.0 * problem.output().size());
        for (Taps taps : planes) {
            tally.add(Operation.RUN, blocks * read * (taps.count() + 1) + outPlanes * outRows * tiles * taps.runs())
                    .add(Operation.COPY, blocks * read * width * (taps.count() + 1))
                    .add(Operation.MULTIPLY_ADD, (double) problem.output().size() * taps.products());
        }
        return tally.total();
    }

    @Override
    public int rowLength() {
        return problem.output().rowLength();
    }

    @Override
    public NdArray apply(NdArray x) {
        NdArray.Builder result =
                NdArray.builder(problem.output(), problem.kernel().precision());
        int tiles = (outColumns + TILE - 1) / TILE;
        int width = (outColumns + tiles - 1) / tiles;
        int blocks = (outRows + ROWS - 1) / ROWS;
        int units = problem.output().size() / outRows / outColumns * blocks * tiles;
        Blocks.forEach(units, 16, parallel, (from, to) -> {
            Tile tile = new Tile(x, width);
            for (int unit = from; unit < to; unit++) {
                int left = unit % tiles * width;
                int count = Math.min(width, outColumns - left);
                tile.run(unit / tiles / blocks, unit / tiles % blocks * ROWS, left, count, result);
            }
        });
        return result.build();
    }

    /** A few output rows within a strip of columns, on the way to their sums. */
    private final class Tile {
        private final NdArray x;
        private final double[][] sums;
        private final double[] line;
        private final double[][] moved;

        Tile(NdArray x, int width) {
            this.x = x;
            this.sums = new double[ROWS][width];
            this.line = new double[width + columns - outColumns];
            this.moved = new double[4][width];
        }

        void run(int plane, int top, int left, int count, NdArray.Builder result) {
            int height = Math.min(ROWS, outRows - top);
            for (double[] sum : sums) {
                Arrays.fill(sum, 0);
            }
            int inputPlane = inputPlane(plane, problem.output());
            for (int q = 0; q < planes.length; q++) {
                int first = (inputPlane + planeOffsets[q]) * rows + top;
                for (int row = 0; row < height + kernelRows - 1; row++) {
                    x.read((first + row) * columns + left, line, 0, count + columns - outColumns);
                    add(planes[q], row, height, count);
                }
            }
            for (int row = 0; row < height; row++) {
                result.write((plane * outRows + top + row) * outColumns + left, sums[row], 0, count);
            }
        }

        /** Adds the line, which is {@code row} rows below the first output row, to every output row that it reaches. */
        private void add(Taps taps, int row, int height, int count) {
            int lowest = Math.min(row, height - 1);
            int highest = Math.max(0, row - kernelRows + 1);
            for (int k = 0; k < taps.count(); k += taps.groupSize(k)) {
                for (int i = 0; i < taps.groupSize(k); i++) {
                    System.arraycopy(line, taps.shift(k + i), moved[i], 0, count);
                }
                for (int out = highest; out <= lowest; out++) {
                    if (taps.isActive(row - out, k)) {
                        DoubleRuns.FASTEST.add(taps, row - out, k, sums[out], moved, count);
                    }
                }
            }
        }
    }
}
