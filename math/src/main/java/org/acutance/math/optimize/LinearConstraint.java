package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * Limits of linear combinations of the elements, {@code lower <= A x <= upper}.
 *
 * @param matrix A, of as many columns as the point has elements, those in row-major order
 * @param limits one for each row, or of rank 0 for the same everywhere
 */
public record LinearConstraint(NdArray matrix, Bounds limits) implements Constraint {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException if the array is no matrix
     */
    public LinearConstraint {
        if (matrix.rank() != 2) {
            throw new IllegalArgumentException("linear constraint: the matrix has shape " + matrix.shape()
                    + "; give one row for each limit and one column for each element");
        }
    }

    @Override
    public VectorEvaluation at(NdArray x) {
        int columns = matrix.shape().extent(1);
        if (columns != x.size()) {
            throw new IllegalArgumentException("linear constraint: the matrix has " + columns
                    + " columns but the point has " + x.size() + " elements; give one column for each");
        }
        NdArray rows = matrix.to(x.precision());
        return new ComposedVector(
                x,
                point -> rows.matmul(point.reshape(columns, 1))
                        .reshape(rows.shape().extent(0)),
                point -> rows,
                Optional.of(weights -> direction -> direction.times(0)));
    }

    @Override
    public Constraint differencedWithin(Bounds bounds, double eps) {
        return this;
    }
}
