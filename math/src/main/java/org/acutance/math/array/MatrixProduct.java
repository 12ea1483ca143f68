package org.acutance.math.array;

import java.util.Arrays;

/** The product of matrices. */
final class MatrixProduct {
    private MatrixProduct() {}

    static NdArray apply(NdArray a, NdArray b) {
        if (a.rank() != 2 || b.rank() != 2 || a.shape().extent(1) != b.shape().extent(0)) {
            throw new IllegalArgumentException(
                    "matmul: shapes " + a.shape() + " and " + b.shape() + " do not multiply; expected [m×k] and [k×n]");
        }
        b.requirePrecision("matmul", a);
        int rows = a.shape().extent(0);
        int inner = a.shape().extent(1);
        int columns = b.shape().extent(1);
        double[] right = b.toDoubles();
        double[] factors = new double[inner];
        double[] row = new double[columns];
        NdArray.Builder result = NdArray.builder(Shape.of(rows, columns), a.precision());
        for (int r = 0; r < rows; r++) {
            a.read(r * inner, factors, 0, inner);
            multiplyRow(factors, right, row);
            result.write(r * columns, row, 0, columns);
        }
        return result.build();
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
