package org.acutance.math.optimize;

/**
 * A small dense matrix as an orthogonal one times an upper triangle, by Householder's reflections with exchanges of
 * columns (Golub &amp; Van Loan 2013, algorithm 5.4.1).
 */
final class PivotedQr {
    private final double[][] columns;
    private final int[] order;
    private final double[] factors;
    private final int rows;
    private final int rank;

    private PivotedQr(double[][] columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.order = new int[columns.length];
        this.factors = new double[columns.length];
        for (int j = 0; j < order.length; j++) {
            order[j] = j;
        }
        this.rank = reduce();
    }

    /**
     * Takes a matrix apart.
     *
     * @param columns its columns, each of as many elements as rows; they are copied
     */
    static PivotedQr of(double[][] columns, int rows) {
        double[][] copies = new double[columns.length][];
        for (int j = 0; j < copies.length; j++) {
            copies[j] = columns[j].clone();
        }
        return new PivotedQr(copies, rows);
    }

    private int reduce() {
        double most = 0;
        for (int k = 0; k < Math.min(rows, columns.length); k++) {
            exchange(k, longest(k));
            double norm = tail(columns[k], k);
            most = Math.max(most, norm);
            if (!(norm > Math.ulp(1d) * Math.max(rows, columns.length) * most)) {
                return k;
            }
            reflect(k, norm);
        }
        return Math.min(rows, columns.length);
    }

    /** Leaves the reflection's vector below the diagonal, its first element 1 not stored. */
    private void reflect(int k, double norm) {
        double[] column = columns[k];
        double diagonal = column[k] > 0 ? -norm : norm;
        double first = column[k] - diagonal;
        factors[k] = -first / diagonal;
        for (int i = k + 1; i < rows; i++) {
            column[i] /= first;
        }
        column[k] = diagonal;
        for (int j = k + 1; j < columns.length; j++) {
            reflect(columns[j], k);
        }
    }

    private void reflect(double[] vector, int k) {
        double[] mirror = columns[k];
        double along = vector[k];
        for (int i = k + 1; i < rows; i++) {
            along += mirror[i] * vector[i];
        }
        along *= factors[k];
        vector[k] -= along;
        for (int i = k + 1; i < rows; i++) {
            vector[i] -= along * mirror[i];
        }
    }

    private int longest(int from) {
        int longest = from;
        double most = -1;
        for (int j = from; j < columns.length; j++) {
            double norm = tail(columns[j], from);
            longest = norm > most ? j : longest;
            most = Math.max(norm, most);
        }
        return longest;
    }

    private double tail(double[] column, int from) {
        double largest = 0;
        for (int i = from; i < rows; i++) {
            largest = Math.max(largest, Math.abs(column[i]));
        }
        double sum = 0;
        for (int i = from; i < rows && largest > 0; i++) {
            sum += (column[i] / largest) * (column[i] / largest);
        }
        return largest * Math.sqrt(sum);
    }

    private void exchange(int a, int b) {
        double[] column = columns[a];
        columns[a] = columns[b];
        columns[b] = column;
        int position = order[a];
        order[a] = order[b];
        order[b] = position;
    }

    /** Number of columns that do not depend on others. */
    int rank() {
        return rank;
    }

    /** The transpose of the orthogonal factor times a vector. */
    double[] turned(double... vector) {
        double[] turned = vector.clone();
        for (int k = 0; k < rank; k++) {
            reflect(turned, k);
        }
        return turned;
    }

    /** The orthogonal factor times a vector. */
    double[] turnedBack(double... vector) {
        double[] turned = vector.clone();
        for (int k = rank - 1; k >= 0; k--) {
            reflect(turned, k);
        }
        return turned;
    }

    /** The x with {@code R P' x = y} for the first elements of y; 0 for columns that depend on others. */
    double[] solve(double... y) {
        double[] x = new double[columns.length];
        for (int i = rank - 1; i >= 0; i--) {
            double sum = y[i];
            for (int j = i + 1; j < rank; j++) {
                sum -= columns[j][i] * x[order[j]];
            }
            x[order[i]] = sum / columns[i][i];
        }
        return x;
    }

    /** The y with {@code P R' y = x} in the columns that do not depend on others, 0 beyond, of as many elements as rows. */
    double[] solveTransposed(double... x) {
        double[] y = new double[rows];
        for (int i = 0; i < rank; i++) {
            double sum = x[order[i]];
            for (int j = 0; j < i; j++) {
                sum -= columns[i][j] * y[j];
            }
            y[i] = sum / columns[i][i];
        }
        return y;
    }

    /** The x of least squares of {@code A x - b}; 0 for columns that depend on others. */
    double[] leastSquares(double... b) {
        return solve(turned(b));
    }
}
