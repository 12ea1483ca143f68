package org.acutance.math.leastsquares;

/**
 * The singular values and vectors of a matrix with a right-hand side, by rotations that make its columns orthogonal
 * (Hestenes 1958; Golub &amp; Van Loan 2013, section 8.6.3), accurate to the smallest values.
 */
final class Svd {
    private static final int SWEEPS = 60;

    private final double[] values;
    private final double[][] right;
    private final double[] along;

    private Svd(double[] values, double[][] right, double... along) {
        this.values = values;
        this.right = right;
        this.along = along;
    }

    /**
     * The decomposition.
     *
     * @param matrix by rows
     * @param columns number of columns
     * @param side as many elements as rows
     */
    static Svd of(double[][] matrix, int columns, double... side) {
        double[][] left = new double[columns][matrix.length];
        double[][] right = new double[columns][columns];
        for (int j = 0; j < columns; j++) {
            right[j][j] = 1;
            for (int i = 0; i < matrix.length; i++) {
                left[j][i] = matrix[i][j];
            }
        }
        boolean rotated = true;
        for (int sweep = 0; sweep < SWEEPS && rotated; sweep++) {
            rotated = false;
            for (int p = 0; p < columns; p++) {
                for (int q = p + 1; q < columns; q++) {
                    rotated |= rotate(left, right, p, q);
                }
            }
        }
        double[] values = new double[columns];
        double[] along = new double[columns];
        for (int j = 0; j < columns; j++) {
            values[j] = Dense.norm(left[j]);
            along[j] = values[j] == 0 ? 0 : Dense.dot(left[j], side) / values[j];
        }
        return new Svd(values, right, along);
    }

    private static boolean rotate(double[][] left, double[][] right, int p, int q) {
        double first = Dense.dot(left[p], left[p]);
        double second = Dense.dot(left[q], left[q]);
        double both = Dense.dot(left[p], left[q]);
        if (!(Math.abs(both) > Math.ulp(1d) * Math.sqrt(first * second))) {
            return false;
        }
        double ratio = (second - first) / (2 * both);
        double tangent = (ratio >= 0 ? 1 : -1) / (Math.abs(ratio) + Math.hypot(1, ratio));
        double cosine = 1 / Math.hypot(1, tangent);
        turn(left[p], left[q], cosine, cosine * tangent);
        turn(right[p], right[q], cosine, cosine * tangent);
        return true;
    }

    private static void turn(double[] a, double[] b, double cosine, double sine) {
        for (int i = 0; i < a.length; i++) {
            double first = a[i];
            a[i] = cosine * first - sine * b[i];
            b[i] = sine * first + cosine * b[i];
        }
    }

    int size() {
        return values.length;
    }

    /** A singular value; they are in no order. */
    double value(int index) {
        return values[index];
    }

    /** The component of the right-hand side along the left vector of a value. */
    double along(int index) {
        return along[index];
    }

    double largest() {
        return Dense.maxAbs(values);
    }

    double smallest() {
        double least = Double.POSITIVE_INFINITY;
        for (double value : values) {
            least = Math.min(least, value);
        }
        return least;
    }

    /** The vector of given components along the right vectors. */
    double[] combined(double... components) {
        double[] vector = new double[components.length];
        for (int j = 0; j < components.length; j++) {
            vector = Dense.plus(vector, components[j], right[j]);
        }
        return vector;
    }
}
