package org.acutance.deblur.prior;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Proximal;

/**
 * The sum of norms of the eigenvalues of symmetric matrices, whose upper triangles lie row by row along the first axis,
 * elements off the diagonal times sqrt(2). The proximal map is that of the vector norm on the eigenvalues (Lefkimmiatis,
 * Ward &amp; Unser 2013, proposition 1).
 *
 * @param rows rows of a matrix
 * @param order which norm
 */
record SchattenNorm(int rows, Eigenvalues order) implements Proximal {
    private static final int BLOCK = 1024;
    private static final int WORTH_SHARING = 1 << 13;

    /** Norms of vectors of eigenvalues. */
    enum Eigenvalues {
        /** The sum of the absolute values. */
        SUM {
            @Override
            double norm(double[] values) {
                return Arrays.stream(values).map(Math::abs).sum();
            }

            @Override
            void prox(double[] values, double step) {
                for (int i = 0; i < values.length; i++) {
                    values[i] -= Math.min(Math.max(values[i], -step), step);
                }
            }
        },
        /** The largest absolute value. */
        LARGEST {
            @Override
            double norm(double[] values) {
                return Arrays.stream(values).map(Math::abs).max().orElse(0);
            }

            /** What is beyond the level above which the absolute values add up to the step is cut off. */
            @Override
            void prox(double[] values, double step) {
                double[] sorted = Arrays.stream(values).map(Math::abs).sorted().toArray();
                double level = 0;
                double sum = 0;
                for (int i = sorted.length - 1; i >= 0; i--) {
                    sum += sorted[i];
                    level = Math.max(level, (sum - step) / (sorted.length - i));
                }
                for (int i = 0; i < values.length; i++) {
                    values[i] = Math.min(Math.max(values[i], -level), level);
                }
            }
        };

        abstract double norm(double[] values);

        /** Replaces values by those of the proximal map. */
        abstract void prox(double[] values, double step);
    }

    @Override
    public double value(NdArray x) {
        int matrices = x.size() / x.shape().extent(0);
        double[] sums = new double[(matrices + BLOCK - 1) / BLOCK];
        forEachBlock(x, matrices, (from, upper) -> {
            SymmetricMatrix matrix = new SymmetricMatrix(rows);
            double[] values = new double[rows];
            for (int i = 0; i < upper[0].length; i++) {
                matrix.diagonalise(upper, i, values);
                sums[from / BLOCK] += order.norm(values);
            }
        });
        return DoubleStream.of(sums).sum();
    }

    @Override
    public NdArray prox(NdArray x, double step) {
        int matrices = x.size() / x.shape().extent(0);
        NdArray.Builder result = NdArray.builder(x.shape(), x.precision());
        forEachBlock(x, matrices, (from, upper) -> {
            SymmetricMatrix matrix = new SymmetricMatrix(rows);
            double[] values = new double[rows];
            for (int i = 0; i < upper[0].length; i++) {
                matrix.diagonalise(upper, i, values);
                order.prox(values, step);
                matrix.compose(values, upper, i);
            }
            for (int element = 0; element < upper.length; element++) {
                result.write(element * matrices + from, upper[element], 0, upper[element].length);
            }
        });
        return result.build();
    }

    /** What is done with some matrices: the first one's number, and their elements one after the other. */
    private interface Work {
        void run(int from, double[][] upper);
    }

    private static void forEachBlock(NdArray x, int matrices, Work work) {
        Blocks.forEach(matrices, BLOCK, matrices >= WORTH_SHARING, (from, to) -> {
            double[][] upper = new double[x.shape().extent(0)][to - from];
            for (int element = 0; element < upper.length; element++) {
                x.read(element * matrices + from, upper[element], 0, to - from);
            }
            work.run(from, upper);
        });
    }
}
