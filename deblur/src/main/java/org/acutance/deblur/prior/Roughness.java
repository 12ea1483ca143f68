package org.acutance.deblur.prior;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.RowOperation;
import org.acutance.math.linear.Slopes;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;

/**
 * Half the squared norm of the gradient {@code ||Dx||^2 / 2}, whose gradient is {@code D'Dx}, each in one pass over the
 * estimate. Rows are summed in their order, so that the sum does not depend on the number of threads.
 *
 * @param slopes the differences
 */
record Roughness(Slopes slopes) implements Objective {
    @Override
    public Evaluation at(NdArray x) {
        return new Point(x);
    }

    private final class Point implements Evaluation {
        private static final int ROWS = 3;

        private final NdArray x;
        private final int length = slopes.length();
        private final Pool<double[][]> scratch = new Pool<>(this::rows);

        Point(NdArray x) {
            this.x = x;
        }

        private double[][] rows() {
            return new double[ROWS][length];
        }

        @Override
        public NdArray x() {
            return x;
        }

        @Override
        public double value() {
            return slopes.sum(scratch, (row, own) -> squares(row, own[0], own[1], own[2])) / 2;
        }

        private double squares(int row, double[] here, double[] next, double[] sum) {
            x.read(row * length, here, 0, length);
            Arrays.fill(sum, 0);
            for (int axis = 0; axis < slopes.axes(); axis++) {
                slopes.addSquares(x, row, axis, here, next, sum);
            }
            return Reduction.SUM.of(sum, length);
        }

        @Override
        public NdArray gradient() {
            return hessianProduct(x);
        }

        @Override
        public RowOperation addingGradient(double factor) {
            return addingProduct(factor, x);
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            return addingProduct(1, direction).on(NdArray.zeros(x.shape(), x.precision()));
        }

        @Override
        public RowOperation addingProduct(double factor, NdArray direction) {
            return RowOperation.withScratch(this::rows, (position, sum, count, own) -> {
                direction.read(position, own[0], 0, count);
                for (int axis = 0; axis < slopes.axes(); axis++) {
                    slopes.addBends(direction, position / count, axis, factor, own, sum);
                }
            });
        }
    }
}
