package org.acutance.math.optimize;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix by Jacobi's rotations (Golub &amp; Van Loan 2013, section
 * 8.5).
 */
final class SymmetricEigen {
    private static final int SWEEPS = 60;

    private final double[] values;
    private final double[][] vectors;

    private SymmetricEigen(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** The decomposition of a matrix, which is kept as it is. */
    static SymmetricEigen of(double[][] matrix) {
        int size = matrix.length;
        double[][] a = new double[size][];
        double[][] vectors = new double[size][size];
        for (int i = 0; i < size; i++) {
            a[i] = matrix[i].clone();
            vectors[i][i] = 1;
        }
        for (int sweep = 0; sweep < SWEEPS && !isDiagonal(a); sweep++) {
            for (int p = 0; p < size; p++) {
                for (int q = p + 1; q < size; q++) {
                    rotate(a, vectors, p, q);
                }
            }
        }
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            values[i] = a[i][i];
        }
        return new SymmetricEigen(values, vectors);
    }

    /** Whether no element beside the diagonal shows next to the two that it couples. */
    private static boolean isDiagonal(double[][] a) {
        for (int p = 0; p < a.length; p++) {
            for (int q = p + 1; q < a.length; q++) {
                if (isCoupled(a, p, q)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean isCoupled(double[][] a, int p, int q) {
        double beside = Math.ulp(1d) / 8 * Math.min(Math.abs(a[p][p]), Math.abs(a[q][q]));
        return Math.abs(a[p][q]) > Math.max(beside, Double.MIN_NORMAL);
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        if (!isCoupled(a, p, q)) {
            return;
        }
        double ratio = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.hypot(1, ratio));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = tangent * cosine;
        for (int i = 0; i < a.length; i++) {
            turn(a[i], p, q, cosine, sine);
            turn(vectors[i], p, q, cosine, sine);
        }
        double[] row = a[p];
        double[] other = a[q];
        for (int i = 0; i < a.length; i++) {
            double first = row[i];
            row[i] = cosine * first - sine * other[i];
            other[i] = sine * first + cosine * other[i];
        }
        a[p][q] = 0;
        a[q][p] = 0;
    }

    private static void turn(double[] row, int p, int q, double cosine, double sine) {
        double first = row[p];
        row[p] = cosine * first - sine * row[q];
        row[q] = sine * first + cosine * row[q];
    }

    int size() {
        return values.length;
    }

    /** An eigenvalue; they are in no order. */
    double value(int index) {
        return values[index];
    }

    /** The smallest eigenvalue. */
    double lowest() {
        return values[indexOfLowest()];
    }

    int indexOfLowest() {
        int lowest = 0;
        for (int i = 1; i < values.length; i++) {
            lowest = values[i] < values[lowest] ? i : lowest;
        }
        return lowest;
    }

    /** The largest absolute value of an eigenvalue. */
    double largest() {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** The components of a vector along the eigenvectors. */
    double[] along(double... vector) {
        double[] components = new double[vector.length];
        for (int i = 0; i < vector.length; i++) {
            for (int j = 0; j < vector.length; j++) {
                components[j] += vectors[i][j] * vector[i];
            }
        }
        return components;
    }

    /** The vector of given components along the eigenvectors. */
    double[] combined(double... components) {
        return DenseSystem.times(vectors, components);
    }
}
