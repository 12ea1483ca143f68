package org.acutance.deblur.prior;

import java.util.Arrays;
import java.util.function.Supplier;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Pool;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.RowOperation;
import org.acutance.math.linear.Slopes;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;

/**
 * The sum over the elements of a function of the squared length of the gradient there, with its gradient and its Hessian
 * product, each in one pass over the estimate: no array of differences is stored. Rows are summed in their order, so that
 * the sum does not depend on the number of threads.
 *
 * @param slopes the differences
 * @param profile the function
 */
record Variation(Slopes slopes, Profile profile) implements Objective {
    /** What a thread works in: rows. */
    private static final class Scratch {
        private final double[] here;
        private final double[] shifted;
        private final double[] slope;
        private final double[] squares;
        private final double[] first;
        private final double[] second;
        private final double[] flux;
        private final double[] sum;

        /** Number of the row whose elements and derivatives are here; negative if it is none. */
        private int bent = -1;

        Scratch(int length) {
            this.here = new double[length];
            this.shifted = new double[length];
            this.slope = new double[length];
            this.squares = new double[length];
            this.first = new double[length];
            this.second = new double[length];
            this.flux = new double[length];
            this.sum = new double[length];
        }
    }

    @Override
    public Evaluation at(NdArray x) {
        return new Point(x);
    }

    private final class Point implements Evaluation {
        private final NdArray x;
        private final int length = slopes.length();
        private final Pool<Scratch> scratch = new Pool<>(() -> new Scratch(length));

        Point(NdArray x) {
            this.x = x;
        }

        @Override
        public NdArray x() {
            return x;
        }

        @Override
        public double value() {
            return slopes.sum(scratch, (row, own) -> {
                own.bent = -1;
                bend(row, own);
                return Reduction.SUM.of(own.squares, length);
            });
        }

        /** Leaves values and derivatives of a row, and its elements. */
        private void bend(int row, Scratch own) {
            if (own.bent == row) {
                return;
            }
            own.bent = row;
            x.read(row * length, own.here, 0, length);
            Arrays.fill(own.squares, 0);
            for (int axis = 0; axis < slopes.axes(); axis++) {
                slopes.ahead(x, row, axis, own.here, own.shifted, own.slope);
                for (int i = 0; i < length; i++) {
                    own.squares[i] += own.slope[i] * own.slope[i];
                }
            }
            profile.bend(own.squares, own.first, own.second, length);
        }

        @Override
        public NdArray gradient() {
            return addingGradient(1).on(NdArray.zeros(x.shape(), x.precision()));
        }

        @Override
        public RowOperation addingGradient(double factor) {
            return RowOperation.withScratch(() -> new Scratch(length), (position, sum, count, own) -> {
                own.bent = -1;
                adjoint(position / length, own, factor, sum, (row, axis, values) -> {
                    bend(row, own);
                    slopes.ahead(x, row, axis, own.here, own.shifted, own.slope);
                    for (int i = 0; i < length; i++) {
                        values[i] = own.first[i] * own.slope[i];
                    }
                });
            });
        }

        private void adjoint(int row, Scratch own, double factor, double[] sum, Slopes.Flux flux) {
            Arrays.fill(own.sum, 0);
            for (int axis = slopes.axes() - 1; axis >= 0; axis--) {
                slopes.addAdjoint(flux, row, axis, own.flux, own.sum);
            }
            for (int i = 0; i < length; i++) {
                sum[i] += factor * own.sum[i];
            }
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            return addingProduct(1, direction).on(NdArray.zeros(x.shape(), x.precision()));
        }

        @Override
        public RowOperation addingProduct(double factor, NdArray direction) {
            Supplier<Scratch[]> pair = () -> new Scratch[] {new Scratch(length), new Scratch(length)};
            return RowOperation.withScratch(pair, (position, sum, count, both) -> {
                Scratch own = both[0];
                Scratch other = both[1];
                own.bent = -1;
                adjoint(position / length, own, factor, sum, (row, axis, values) -> {
                    bend(row, own);
                    alongDirection(direction, row, own, other);
                    slopes.ahead(x, row, axis, own.here, own.shifted, own.slope);
                    slopes.ahead(direction, row, axis, other.here, other.shifted, other.slope);
                    for (int i = 0; i < length; i++) {
                        values[i] = own.first[i] * other.slope[i] + other.second[i] * own.slope[i];
                    }
                });
            });
        }

        /** Leaves, in the other scratch, the second derivative times the products of the slopes of point and direction. */
        private void alongDirection(NdArray direction, int row, Scratch own, Scratch other) {
            direction.read(row * length, other.here, 0, length);
            Arrays.fill(other.second, 0);
            for (int axis = 0; axis < slopes.axes(); axis++) {
                slopes.ahead(x, row, axis, own.here, own.shifted, own.slope);
                slopes.ahead(direction, row, axis, other.here, other.shifted, other.slope);
                for (int i = 0; i < length; i++) {
                    other.second[i] += own.slope[i] * other.slope[i];
                }
            }
            for (int i = 0; i < length; i++) {
                other.second[i] *= own.second[i];
            }
        }
    }
}
