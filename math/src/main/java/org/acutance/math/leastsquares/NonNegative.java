package org.acutance.math.leastsquares;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The shortest {@code A x - b} with no negative element in x: Lawson's and Hanson's method (Solving Least Squares
 * Problems, 1974, chapter 23), as {@code scipy.optimize.nnls}.
 */
public final class NonNegative {
    private NonNegative() {}

    /**
     * The result.
     *
     * @param x the vector, no element below 0
     * @param rnorm length of {@code A x - b}
     * @param success whether the method ended before its limit of iterations
     */
    public record Solution(NdArray x, double rnorm, boolean success) {}

    /** As {@link #solve(NdArray, NdArray, int)} with SciPy's limit, three times the number of unknowns. */
    public static Solution solve(NdArray matrix, NdArray side) {
        return solve(matrix, side, 3 * (matrix.rank() == 2 ? matrix.shape().extent(1) : 0));
    }

    /**
     * Solves.
     *
     * @param matrix A, of rank 2
     * @param side b, a vector of as many elements as A has rows
     * @param maxiter limit of the elements that are freed one after the other
     * @throws IllegalArgumentException if the shapes do not go together or an element is NaN or infinite
     */
    public static Solution solve(NdArray matrix, NdArray side, int maxiter) {
        if (matrix.rank() != 2 || !side.shape().equals(Shape.of(matrix.shape().extent(0)))) {
            throw new IllegalArgumentException("nnls: matrix " + matrix.shape() + " and right-hand side " + side.shape()
                    + " do not go together; give a matrix and a vector of as many elements as it has rows");
        }
        if (!matrix.isFinite() || !side.isFinite()) {
            throw new IllegalArgumentException("nnls: an element is NaN or infinite; leave out its row");
        }
        int unknowns = matrix.shape().extent(1);
        double[] elements = matrix.toDoubles();
        double[][] rows = new double[side.size()][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(elements, i * unknowns, (i + 1) * unknowns));
        return new Search(rows, side.toDoubles(), unknowns).run(maxiter);
    }

    /** The elements that are free, and their values. */
    private static final class Search {
        private final double[][] matrix;
        private final double[] side;
        private final boolean[] free;
        private final boolean[] passed;
        private double[] x;

        Search(double[][] matrix, double[] side, int unknowns) {
            this.matrix = matrix;
            this.side = side;
            this.free = new boolean[unknowns];
            this.passed = new boolean[unknowns];
            this.x = new double[unknowns];
        }

        Solution run(int maxiter) {
            int iterations = 0;
            int steepest = steepest();
            while (steepest >= 0) {
                if (iterations++ >= maxiter) {
                    return solution(false);
                }
                free[steepest] = true;
                double[] solved = solved();
                if (!(solved[steepest] > 0)) {
                    // By rounding alone: passed over until another one has changed, as it would be chosen again.
                    free[steepest] = false;
                    passed[steepest] = true;
                    steepest = steepest();
                    continue;
                }
                while (lowest(solved) <= 0) {
                    retreat(solved);
                    solved = solved();
                }
                x = solved;
                Arrays.fill(passed, false);
                steepest = steepest();
            }
            return solution(true);
        }

        private Solution solution(boolean success) {
            return new Solution(NdArray.vector(x), Dense.norm(residual()), success);
        }

        private double[] residual() {
            return Dense.plus(side, -1, Dense.product(matrix, x));
        }

        /** The held element whose growth shortens the residual most; -1 if none does beyond rounding. */
        private int steepest() {
            double[] slope = Dense.transposedProduct(matrix, x.length, residual());
            double[] norms = Dense.columnNorms(matrix, x.length);
            double size = Dense.norm(side) * 10 * Math.ulp(1d) * Math.max(x.length, side.length);
            int best = -1;
            for (int i = 0; i < x.length; i++) {
                if (!free[i] && !passed[i] && slope[i] > size * norms[i] && (best < 0 || slope[i] > slope[best])) {
                    best = i;
                }
            }
            return best;
        }

        /** The least squares' solution over the free elements. */
        private double[] solved() {
            double[] mask = new double[x.length];
            Arrays.setAll(mask, i -> free[i] ? 1 : 0);
            Svd svd = Svd.of(Dense.columnsTimes(matrix, mask), x.length, side);
            double least = svd.largest() * Math.ulp(1d) * x.length;
            double[] components = new double[x.length];
            Arrays.setAll(components, i -> svd.value(i) > least ? svd.along(i) / svd.value(i) : 0);
            return Dense.times(mask, svd.combined(components));
        }

        private double lowest(double... solved) {
            double lowest = Double.POSITIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                lowest = free[i] ? Math.min(lowest, solved[i]) : lowest;
            }
            return lowest;
        }

        /** Goes towards a solution until the first element is 0, and holds what is there. */
        private void retreat(double... solved) {
            double share = 1;
            for (int i = 0; i < x.length; i++) {
                if (free[i] && solved[i] <= 0) {
                    share = Math.min(share, x[i] / (x[i] - solved[i]));
                }
            }
            for (int i = 0; i < x.length; i++) {
                boolean falls = free[i] && solved[i] <= 0 && x[i] / (x[i] - solved[i]) <= share;
                x[i] = falls ? 0 : x[i] + share * (solved[i] - x[i]);
                free[i] &= !falls;
            }
        }
    }
}
