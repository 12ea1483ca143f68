package org.acutance.math.leastsquares;

/** Vectors and matrices by rows, small ones. */
final class Dense {
    private Dense() {}

    static double dot(double[] a, double... b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    static double norm(double... a) {
        return Math.sqrt(dot(a, a));
    }

    static double maxAbs(double... a) {
        double most = 0;
        for (double element : a) {
            most = Double.isNaN(element) ? element : Math.max(most, Math.abs(element));
        }
        return most;
    }

    /** {@code a + factor * b}. */
    static double[] plus(double[] a, double factor, double... b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
        return sum;
    }

    /** The elements' products. */
    static double[] times(double[] a, double... b) {
        double[] product = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            product[i] = a[i] * b[i];
        }
        return product;
    }

    static double[] scaled(double factor, double... a) {
        return plus(new double[a.length], factor, a);
    }

    static double[] inverse(double... a) {
        double[] inverse = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            inverse[i] = 1 / a[i];
        }
        return inverse;
    }

    static double[] product(double[][] matrix, double... vector) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            product[i] = dot(matrix[i], vector);
        }
        return product;
    }

    /** The transposed matrix of so many columns times a vector. */
    static double[] transposedProduct(double[][] matrix, int columns, double... vector) {
        double[] product = new double[columns];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < columns; j++) {
                product[j] += matrix[i][j] * vector[i];
            }
        }
        return product;
    }

    /** Each column times a number. */
    static double[][] columnsTimes(double[][] matrix, double... factors) {
        double[][] scaled = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            scaled[i] = times(matrix[i], factors);
        }
        return scaled;
    }

    static double[] columnNorms(double[][] matrix, int columns) {
        double[] norms = new double[columns];
        for (double[] row : matrix) {
            for (int j = 0; j < columns; j++) {
                norms[j] = Math.hypot(norms[j], row[j]);
            }
        }
        return norms;
    }
}
