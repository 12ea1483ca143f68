package org.acutance.math.array;

import java.util.Arrays;

/** The product of matrices, or of equally many pairs of them, stacked along a first axis. */
final class MatrixProduct {
    private MatrixProduct() {}

    static NdArray apply(NdArray a, NdArray b) {
        Shape left = a.shape();
        Shape right = b.shape();
        int rank = left.rank();
        if (rank < 2
                || rank > 3
                || right.rank() != rank
                || left.extent(-1) != right.extent(-2)
                || (rank == 3 && left.extent(0) != right.extent(0))) {
            throw new IllegalArgumentException("matmul: shapes " + left + " and " + right
                    + " do not multiply; expected [m×k] and [k×n], or [b×m×k] and [b×k×n]");
        }
        b.requirePrecision("matmul", a);
        int pairs = rank == 2 ? 1 : left.extent(0);
        NdArray.Builder result = NdArray.builder(left.with(-1, right.extent(-1)), a.precision());
        for (int pair = 0; pair < pairs; pair++) {
            multiply(a, b, pair, result);
        }
        return result.build();
    }

    private static void multiply(NdArray a, NdArray b, int pair, NdArray.Builder result) {
        int rows = a.shape().extent(-2);
        int inner = a.shape().extent(-1);
        int columns = b.shape().extent(-1);
        double[] right = new double[inner * columns];
        b.read(pair * right.length, right, 0, right.length);
        double[] factors = new double[inner];
        double[] row = new double[columns];
        for (int r = pair * rows; r < (pair + 1) * rows; r++) {
            a.read(r * inner, factors, 0, inner);
            multiplyRow(factors, right, row);
            result.write(r * columns, row, 0, columns);
        }
    }

    private static void multiplyRow(double[] factors, double[] right, double[] row) {
        Arrays.fill(row, 0);
        for (int k = 0; k < factors.length; k++) {
            double factor = factors[k];
            int start = k * row.length;
            for (int c = 0; c < row.length; c++) {
                row[c] += factor * right[start + c];
            }
        }
    }
}
