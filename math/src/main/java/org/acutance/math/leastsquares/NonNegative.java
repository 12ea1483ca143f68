package org.acutance.math.leastsquares;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.NonNegativeLeastSquares;

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
        double[] target = side.toDoubles();
        double[][] columns = new double[unknowns][target.length];
        for (int i = 0; i < elements.length; i++) {
            columns[i % unknowns][i / unknowns] = elements[i];
        }
        NonNegativeLeastSquares problem = new NonNegativeLeastSquares(columns, target);
        boolean success = problem.run(maxiter);
        return new Solution(NdArray.vector(problem.point()), problem.distance(), success);
    }
}
