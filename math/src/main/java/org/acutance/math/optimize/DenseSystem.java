package org.acutance.math.optimize;

import java.util.Arrays;

/** Small dense matrices, of the size of a limited memory. */
final class DenseSystem {
    private DenseSystem() {}

    /** The product of a matrix and a vector. */
    static double[] times(double[][] matrix, double... vector) {
        return Arrays.stream(matrix).mapToDouble(row -> dot(row, vector)).toArray();
    }

    /** The Euclidean norm. */
    static double norm(double... vector) {
        return Math.sqrt(dot(vector, vector));
    }

    static double dot(double[] a, double... b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * The sum of vectors, each times its factor.
     *
     * @param size number of elements of each
     */
    static double[] combined(double[][] vectors, int size, double... factors) {
        double[] sum = new double[size];
        for (int k = 0; k < vectors.length; k++) {
            for (int i = 0; i < size && factors[k] != 0; i++) {
                sum[i] += factors[k] * vectors[k][i];
            }
        }
        return sum;
    }

    /** {@code a + factor b}. */
    static double[] plusScaled(double[] a, double factor, double... b) {
        double[] sum = a.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * b[i];
        }
        return sum;
    }

    /** The product of two matrices. */
    static double[][] product(double[][] a, double[][] b) {
        double[][] product = new double[a.length][b.length];
        for (int i = 0; i < a.length; i++) {
            for (int k = 0; k < b.length; k++) {
                for (int j = 0; j < b.length; j++) {
                    product[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return product;
    }

    /** The columns of a square matrix, given its rows. */
    static double[][] transposed(double[][] matrix) {
        double[][] columns = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                columns[j][i] = matrix[i][j];
            }
        }
        return columns;
    }

    /** The inverse by elimination with partial pivoting; not finite if there is none. */
    static double[][] inverse(double[][] matrix) {
        int size = matrix.length;
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            rows[i] = Arrays.copyOf(matrix[i], 2 * size);
            rows[i][size + i] = 1;
        }
        for (int column = 0; column < size; column++) {
            swap(rows, column, pivot(rows, column));
            eliminate(rows, column);
        }
        return Arrays.stream(rows)
                .map(row -> Arrays.copyOfRange(row, size, 2 * size))
                .toArray(double[][]::new);
    }

    private static int pivot(double[][] rows, int column) {
        int best = column;
        for (int i = column; i < rows.length; i++) {
            best = Math.abs(rows[i][column]) > Math.abs(rows[best][column]) ? i : best;
        }
        return best;
    }

    private static void swap(double[][] rows, int a, int b) {
        double[] row = rows[a];
        rows[a] = rows[b];
        rows[b] = row;
    }

    private static void eliminate(double[][] rows, int column) {
        double pivot = rows[column][column];
        for (int j = 0; j < rows[column].length; j++) {
            rows[column][j] /= pivot;
        }
        for (int i = 0; i < rows.length; i++) {
            double factor = i == column ? 0 : rows[i][column];
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] -= factor * rows[column][j];
            }
        }
    }
}
