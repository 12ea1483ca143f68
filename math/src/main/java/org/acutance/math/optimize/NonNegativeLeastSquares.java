package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Least squares with unknowns that are not negative (Lawson &amp; Hanson 1974, algorithm NNLS (23.10)). */
public final class NonNegativeLeastSquares {
    private final double[][] columns;
    private final double[] target;
    private final double[] x;
    private final boolean[] passive;

    /**
     * A problem, whose first point is 0.
     *
     * @param columns the columns of A, each as long as the target
     * @param target what A x comes near
     */
    public NonNegativeLeastSquares(double[][] columns, double... target) {
        this.columns = columns;
        this.target = target;
        this.x = new double[columns.length];
        this.passive = new boolean[columns.length];
    }

    /**
     * The x with the least {@code ||A x - target||} and no negative element.
     *
     * @param columns the columns of A, each as long as the target
     */
    static double[] solve(double[][] columns, double... target) {
        NonNegativeLeastSquares problem = new NonNegativeLeastSquares(columns, target);
        problem.run(3 * columns.length + 10);
        return problem.x;
    }

    /** The point reached. */
    public double[] point() {
        return x.clone();
    }

    /** The length of {@code A x - target} there. */
    public double distance() {
        return DenseSystem.norm(residual());
    }

    /**
     * Goes on to the solution.
     *
     * @param maxiter limit of the unknowns that leave 0 one after the other
     * @return whether it was reached
     */
    public boolean run(int maxiter) {
        boolean[] barred = new boolean[x.length];
        int iterations = 0;
        for (int entering = steepest(barred); entering >= 0; entering = steepest(barred)) {
            if (iterations++ >= maxiter) {
                return false;
            }
            passive[entering] = true;
            double[] solution = restricted();
            // Rounding may let a column enter whose unknown then is not positive: it is left out until another entered.
            if (solution[entering] > 0) {
                Arrays.fill(barred, false);
                moveTo(solution);
            } else {
                passive[entering] = false;
                barred[entering] = true;
            }
        }
        return true;
    }

    /** The unknown along which the residual falls fastest; -1 if it falls along none. */
    private int steepest(boolean... barred) {
        double[] residual = residual();
        double resolution = 10 * Math.ulp(1d) * DenseSystem.norm(target);
        int steepest = -1;
        double most = 0;
        for (int j = 0; j < x.length; j++) {
            double slope = passive[j] || barred[j] ? 0 : DenseSystem.dot(columns[j], residual);
            if (slope > most && slope > resolution * DenseSystem.norm(columns[j])) {
                most = slope;
                steepest = j;
            }
        }
        return steepest;
    }

    private double[] residual() {
        double[] residual = target.clone();
        for (int j = 0; j < x.length; j++) {
            for (int i = 0; i < residual.length && x[j] != 0; i++) {
                residual[i] -= columns[j][i] * x[j];
            }
        }
        return residual;
    }

    /** Goes towards the solution among the passive unknowns, and on without those that turn negative. */
    private void moveTo(double... first) {
        double[] solution = first;
        for (int blocking = blocking(solution); blocking >= 0; blocking = blocking(solution)) {
            double share = x[blocking] / (x[blocking] - solution[blocking]);
            for (int j = 0; j < x.length; j++) {
                x[j] += share * (solution[j] - x[j]);
                passive[j] &= x[j] > 0 && j != blocking;
                x[j] = passive[j] ? x[j] : 0;
            }
            solution = restricted();
        }
        System.arraycopy(solution, 0, x, 0, x.length);
    }

    /** The passive unknown that first turns negative on the way to a solution; -1 if none does. */
    private int blocking(double... solution) {
        int blocking = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < x.length; j++) {
            double share = passive[j] && solution[j] <= 0 ? x[j] / (x[j] - solution[j]) : Double.POSITIVE_INFINITY;
            blocking = share < least ? j : blocking;
            least = Math.min(least, share);
        }
        return blocking;
    }

    /** The solution among the passive unknowns, the others 0. */
    private double[] restricted() {
        int[] kept = IntStream.range(0, x.length).filter(j -> passive[j]).toArray();
        double[][] part = Arrays.stream(kept).mapToObj(j -> columns[j]).toArray(double[][]::new);
        double[] solution = PivotedQr.of(part, target.length).leastSquares(target);
        double[] all = new double[x.length];
        for (int k = 0; k < kept.length; k++) {
            all[kept[k]] = solution[k];
        }
        return all;
    }
}
