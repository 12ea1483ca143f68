package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/** The whole Hessian at a point, for few unknowns. */
final class DenseHessian {
    /** So many that their eigenvectors take about a second. */
    static final int MOST = 300;

    private DenseHessian() {}

    /**
     * Refuses what would take too long.
     *
     * @param most how many rows the method's matrix should have at most
     * @throws IllegalArgumentException if there are more unknowns
     */
    static void requireFew(String method, NdArray x0, int most) {
        if (x0.size() > most) {
            throw new IllegalArgumentException(
                    method + ": " + x0.size() + " unknowns, but it keeps a square matrix and takes at most " + most
                            + "; use newton-cg, trust-krylov or l-bfgs");
        }
    }

    /** The symmetric part of the matrix that the products with the unit vectors make. */
    static double[][] of(Evaluation at) {
        int size = at.x().size();
        double[][] rows = new double[size][];
        for (int i = 0; i < size; i++) {
            double[] unit = new double[size];
            unit[i] = 1;
            NdArray direction = NdArray.of(unit, at.x().shape(), at.x().precision());
            rows[i] = at.hessianProduct(direction).toDoubles();
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                double mean = (rows[i][j] + rows[j][i]) / 2;
                rows[i][j] = mean;
                rows[j][i] = mean;
            }
        }
        return rows;
    }
}
