package org.acutance.deblur.denoise;

/**
 * Eigenvalues and eigenvectors of a small symmetric matrix: Householder's reduction to tridiagonal form, then the QL method
 * with implicit shifts (Golub and Van Loan 2013, "Matrix Computations", sections 8.3.1 and 8.3.3).
 */
final class SymmetricEigen {
    /** Off-diagonal elements that are this much smaller than their diagonal ones are zero. */
    private static final double NEGLIGIBLE = 1e-10;
    /** An eigenvalue takes two or three steps; the bound only keeps a matrix that is not finite from going on for ever. */
    private static final int STEPS = 40;

    private final int order;
    private final double[][] vectors;
    private final double[] diagonal;
    private final double[] beside;

    /** @param matrix square and symmetric; it becomes the matrix of eigenvectors */
    SymmetricEigen(double[][] matrix) {
        this.order = matrix.length;
        this.vectors = matrix;
        this.diagonal = new double[order];
        this.beside = new double[order];
        reduce();
        for (int first = 0; first < order; first++) {
            isolate(first);
        }
    }

    /** Rows of the matrix, and the number of its eigenvalues. */
    int order() {
        return order;
    }

    /** The eigenvalue of a column of eigenvectors; there is no order. */
    double value(int index) {
        return diagonal[index];
    }

    /** A component of an eigenvector of norm 1. */
    double component(int place, int index) {
        return vectors[place][index];
    }

    /** Leaves {@code Q^T A Q} on the diagonal and, from index 0 on, beside it, and Q in place of the matrix. */
    private void reduce() {
        double[][] basis = new double[order][order];
        for (int i = 0; i < order; i++) {
            basis[i][i] = 1;
        }
        for (int column = 0; column < order - 2; column++) {
            double[] mirror = mirror(column);
            reflect(mirror, column);
            for (double[] row : basis) {
                double projection = 2 * dot(row, mirror, column + 1);
                subtract(row, projection, mirror, column + 1);
            }
        }
        for (int i = 0; i < order; i++) {
            diagonal[i] = vectors[i][i];
            beside[i] = i + 1 < order ? vectors[i + 1][i] : 0;
        }
        System.arraycopy(basis, 0, vectors, 0, order);
    }

    /** The unit normal of the mirror that moves a column below its diagonal onto one axis; zero where it is there already. */
    private double[] mirror(int column) {
        double[] normal = new double[order];
        double squares = 0;
        for (int i = column + 1; i < order; i++) {
            normal[i] = vectors[i][column];
            squares += normal[i] * normal[i];
        }
        double length = Math.copySign(Math.sqrt(squares), normal[column + 1]);
        double norm = Math.sqrt(2 * (squares + length * normal[column + 1]));
        if (norm > 0) {
            normal[column + 1] += length;
            subtract(normal, 1 - 1 / norm, normal, column + 1);
        }
        return normal;
    }

    /** {@code A - 2 v w^T - 2 w v^T} with {@code w = A v - (v^T A v) v}: the mirror on both sides. */
    private void reflect(double[] mirror, int column) {
        double[] image = new double[order];
        for (int i = column; i < order; i++) {
            image[i] = dot(vectors[i], mirror, column + 1);
        }
        subtract(image, dot(image, mirror, column + 1), mirror, column + 1);
        for (int i = column; i < order; i++) {
            subtract(vectors[i], 2 * mirror[i], image, column);
            subtract(vectors[i], 2 * image[i], mirror, column);
        }
    }

    private static double dot(double[] a, double[] b, int from) {
        double sum = 0;
        for (int i = from; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void subtract(double[] from, double factor, double[] what, int first) {
        for (int i = first; i < from.length; i++) {
            from[i] -= factor * what[i];
        }
    }

    /** Turns until the element beside the given diagonal one vanishes. */
    private void isolate(int first) {
        for (int step = 0; step < STEPS; step++) {
            int last = endOfPart(first);
            if (last == first) {
                return;
            }
            turn(first, last);
        }
    }

    /** The last index of the part of the matrix, from {@code first} on, that no zero cuts off. */
    private int endOfPart(int first) {
        int last = first;
        while (last < order - 1
                && Math.abs(beside[last]) > NEGLIGIBLE * (Math.abs(diagonal[last]) + Math.abs(diagonal[last + 1]))) {
            last++;
        }
        return last;
    }

    /** One implicit step with Wilkinson's shift: a rotation starts a bulge at the end, the others chase it to the start. */
    private void turn(int first, int last) {
        double half = (diagonal[first + 1] - diagonal[first]) / (2 * beside[first]);
        double shift = beside[first] / (half + Math.copySign(Math.hypot(half, 1), half));
        double along = diagonal[last] - diagonal[first] + shift;
        double sine = 1;
        double cosine = 1;
        double carried = 0;
        for (int i = last - 1; i >= first; i--) {
            double bulge = sine * beside[i];
            double rest = cosine * beside[i];
            double length = Math.sqrt(bulge * bulge + along * along);
            beside[i + 1] = length;
            if (length == 0) {
                diagonal[i + 1] -= carried;
                beside[last] = 0;
                return;
            }
            sine = bulge / length;
            cosine = along / length;
            double above = diagonal[i + 1] - carried;
            double product = (diagonal[i] - above) * sine + 2 * cosine * rest;
            carried = sine * product;
            diagonal[i + 1] = above + carried;
            along = cosine * product - rest;
            rotate(i, sine, cosine);
        }
        diagonal[first] -= carried;
        beside[first] = along;
        beside[last] = 0;
    }

    private void rotate(int column, double sine, double cosine) {
        for (double[] row : vectors) {
            double left = row[column];
            double right = row[column + 1];
            row[column + 1] = sine * left + cosine * right;
            row[column] = cosine * left - sine * right;
        }
    }
}
