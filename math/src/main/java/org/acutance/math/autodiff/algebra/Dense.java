package org.acutance.math.autodiff.algebra;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.hipparchus.exception.MathIllegalArgumentException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** The values of decompositions, by Hipparchus, with signs that do not depend on how it finds them. */
final class Dense {
    private Dense() {}

    static RealMatrix matrix(NdArray a) {
        int columns = a.shape().extent(1);
        double[][] rows = new double[a.shape().extent(0)][columns];
        for (int row = 0; row < rows.length; row++) {
            a.read(row * columns, rows[row], 0, columns);
        }
        return new Array2DRowRealMatrix(rows, false);
    }

    private static NdArray stacked(Precision precision, RealMatrix... parts) {
        int rows = 0;
        for (RealMatrix part : parts) {
            rows += part.getRowDimension();
        }
        int columns = parts[0].getColumnDimension();
        NdArray.Builder result = NdArray.builder(Shape.of(rows, columns), precision);
        int to = 0;
        for (RealMatrix part : parts) {
            for (int row = 0; row < part.getRowDimension(); row++) {
                result.write(to, part.getRow(row), 0, columns);
                to += columns;
            }
        }
        return result.build();
    }

    private static LUDecomposition factors(RealMatrix a) {
        return new LUDecomposition(a, Double.MIN_NORMAL);
    }

    static void requireFinite(String operation, NdArray a) {
        if (!a.isFinite()) {
            throw new ArithmeticException(operation + ": the matrix " + a.shape()
                    + " holds NaN or infinity; Gradients.debugNans tells where a NaN came from");
        }
    }

    static boolean isRegular(NdArray a) {
        return factors(matrix(a)).getSolver().isNonSingular();
    }

    static NdArray solve(NdArray a, NdArray b) {
        requireFinite("solve", a);
        LUDecomposition factors = factors(matrix(a));
        if (!factors.getSolver().isNonSingular()) {
            throw new ArithmeticException(
                    "solve: the matrix " + a.shape() + " is singular; use pinv, or add a little to its diagonal");
        }
        return stacked(b.precision(), factors.getSolver().solve(matrix(b)));
    }

    static double determinant(NdArray a) {
        return factors(matrix(a)).getDeterminant();
    }

    /** The derivatives of the determinant by the elements, also of singular matrices, from {@code A = U diag(s) V'}. */
    static NdArray cofactors(NdArray a) {
        requireFinite("det", a);
        SingularValueDecomposition found = new SingularValueDecomposition(matrix(a));
        double[] values = found.getSingularValues();
        double sign =
                factors(found.getU()).getDeterminant() * factors(found.getV()).getDeterminant();
        RealMatrix left = found.getU();
        for (int i = 0; i < values.length; i++) {
            double others = sign;
            for (int j = 0; j < values.length; j++) {
                others *= j == i ? 1 : values[j];
            }
            left.setColumnVector(i, left.getColumnVector(i).mapMultiply(others));
        }
        return stacked(a.precision(), left.multiply(found.getVT()));
    }

    /** Logarithm of the size of the determinant, which may itself be too large or too small for a number. */
    static double logDeterminant(NdArray a) {
        RealMatrix upper = factors(matrix(a)).getU();
        double sum = upper == null ? Double.NEGATIVE_INFINITY : 0;
        for (int i = 0; upper != null && i < upper.getRowDimension(); i++) {
            sum += Math.log(Math.abs(upper.getEntry(i, i)));
        }
        return sum;
    }

    /** Of the symmetric part. */
    static NdArray cholesky(NdArray a) {
        requireFinite("cholesky", a);
        RealMatrix matrix = symmetric(a);
        try {
            return stacked(a.precision(), new CholeskyDecomposition(matrix, 1, 0).getL());
        } catch (MathIllegalArgumentException failure) {
            throw new ArithmeticException(
                    "cholesky: the matrix " + a.shape() + " is not positive definite; add a little to its diagonal");
        }
    }

    private static RealMatrix symmetric(NdArray a) {
        RealMatrix matrix = matrix(a);
        return matrix.add(matrix.transpose()).scalarMultiply(0.5);
    }

    /** The eigenvalues in ascending order as the first row, and the eigenvectors as the columns below. */
    static NdArray symmetricEigen(NdArray a) {
        requireFinite("eigh", a);
        EigenDecompositionSymmetric found = new EigenDecompositionSymmetric(symmetric(a), 1e-15, false);
        RealMatrix vectors = found.getV();
        orient(vectors, vectors);
        int n = vectors.getColumnDimension();
        RealMatrix values = MatrixUtils.createRealMatrix(1, n);
        for (int i = 0; i < n; i++) {
            values.setEntry(0, i, found.getD().getEntry(i, i));
        }
        return stacked(a.precision(), values, vectors);
    }

    /** For at least as many rows as columns: the left vectors, the singular values as a row, the right vectors. */
    static NdArray singular(NdArray a) {
        requireFinite("svd", a);
        SingularValueDecomposition found = new SingularValueDecomposition(matrix(a));
        RealMatrix left = found.getU();
        RealMatrix right = found.getV();
        orient(right, left, right);
        RealMatrix values = MatrixUtils.createRowRealMatrix(found.getSingularValues());
        return stacked(a.precision(), left, values, right);
    }

    static NdArray pseudoInverse(NdArray a) {
        requireFinite("pinv", a);
        SingularValueDecomposition found = new SingularValueDecomposition(matrix(a));
        double[] values = found.getSingularValues();
        double least = a.precision().epsilon()
                * Math.max(a.shape().extent(0), a.shape().extent(1))
                * values[0];
        RealMatrix right = found.getV();
        for (int i = 0; i < values.length; i++) {
            double factor = values[i] > least ? 1 / values[i] : 0;
            for (int row = 0; row < right.getRowDimension(); row++) {
                right.multiplyEntry(row, i, factor);
            }
        }
        return stacked(a.precision(), right.multiply(found.getUT()));
    }

    /** For at least as many rows as columns: the orthogonal factor above the triangular one with positive diagonal. */
    static NdArray orthogonal(NdArray a) {
        requireFinite("qr", a);
        int n = a.shape().extent(1);
        QRDecomposition found = new QRDecomposition(matrix(a));
        RealMatrix q = found.getQ().getSubMatrix(0, a.shape().extent(0) - 1, 0, n - 1);
        RealMatrix r = found.getR().getSubMatrix(0, n - 1, 0, n - 1);
        for (int i = 0; i < n; i++) {
            if (r.getEntry(i, i) < 0) {
                r.setRowVector(i, r.getRowVector(i).mapMultiply(-1));
                q.setColumnVector(i, q.getColumnVector(i).mapMultiply(-1));
            }
        }
        return stacked(a.precision(), q, r);
    }

    /** Turns columns so that the largest component of those of the first matrix is positive. */
    private static void orient(RealMatrix by, RealMatrix... turned) {
        for (int column = 0; column < by.getColumnDimension(); column++) {
            double[] entries = by.getColumn(column);
            double largest = 0;
            for (double entry : entries) {
                largest = Math.abs(entry) > Math.abs(largest) * (1 + 1e-9) ? entry : largest;
            }
            for (RealMatrix matrix : turned) {
                if (largest < 0) {
                    matrix.setColumnVector(
                            column, matrix.getColumnVector(column).mapMultiply(-1));
                }
            }
        }
    }
}
