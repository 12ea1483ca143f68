package org.acutance.deblur.prior;

import java.util.Arrays;

/**
 * A symmetric matrix to be diagonalised by Jacobi's rotations (Golub &amp; Van Loan 2013, section 8.5): one rotation for
 * two rows, a few sweeps for three. It is scratch that one thread uses again and again.
 */
final class SymmetricMatrix {
    private static final int MOST_SWEEPS = 12;
    private static final double ROOT_HALF = Math.sqrt(0.5);

    private final int rows;
    private final double[][] matrix;
    private final double[][] vectors;

    SymmetricMatrix(int rows) {
        this.rows = rows;
        this.matrix = new double[rows][rows];
        this.vectors = new double[rows][rows];
    }

    /**
     * Fills the matrix and diagonalises it.
     *
     * @param upper the upper triangle row by row, elements off the diagonal times sqrt(2)
     * @param at index of the matrix in each array
     * @param values receives the eigenvalues
     */
    void diagonalise(double[][] upper, int at, double[] values) {
        int next = 0;
        for (int a = 0; a < rows; a++) {
            Arrays.fill(vectors[a], 0);
            vectors[a][a] = 1;
            for (int b = a; b < rows; b++) {
                double element = upper[next++][at] * (a == b ? 1 : ROOT_HALF);
                matrix[a][b] = element;
                matrix[b][a] = element;
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS && rotateAll(); sweep++) {}
        for (int a = 0; a < rows; a++) {
            values[a] = matrix[a][a];
        }
    }

    /** Whether an element off the diagonal was worth a rotation. */
    private boolean rotateAll() {
        boolean rotated = false;
        for (int p = 0; p < rows; p++) {
            for (int q = p + 1; q < rows; q++) {
                if (Math.abs(matrix[p][q]) > 1e-17 * (Math.abs(matrix[p][p]) + Math.abs(matrix[q][q]))) {
                    rotate(p, q);
                    rotated = true;
                }
            }
        }
        return rotated;
    }

    private void rotate(int p, int q) {
        double cotangent = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, cotangent) / (Math.abs(cotangent) + Math.sqrt(1 + cotangent * cotangent));
        double cosine = 1 / Math.sqrt(1 + tangent * tangent);
        double sine = tangent * cosine;
        for (int k = 0; k < rows; k++) {
            turn(matrix[k], p, q, cosine, sine);
            turn(vectors[k], p, q, cosine, sine);
        }
        for (int k = 0; k < rows; k++) {
            double first = matrix[p][k];
            matrix[p][k] = cosine * first - sine * matrix[q][k];
            matrix[q][k] = sine * first + cosine * matrix[q][k];
        }
        matrix[p][q] = 0;
        matrix[q][p] = 0;
    }

    private static void turn(double[] row, int p, int q, double cosine, double sine) {
        double first = row[p];
        row[p] = cosine * first - sine * row[q];
        row[q] = sine * first + cosine * row[q];
    }

    /** Writes the matrix that has the same eigenvectors and other eigenvalues, in the layout it was read in. */
    void compose(double[] values, double[][] upper, int at) {
        int next = 0;
        for (int a = 0; a < rows; a++) {
            for (int b = a; b < rows; b++) {
                double element = 0;
                for (int k = 0; k < rows; k++) {
                    element += vectors[a][k] * values[k] * vectors[b][k];
                }
                upper[next++][at] = element / (a == b ? 1 : ROOT_HALF);
            }
        }
    }
}
