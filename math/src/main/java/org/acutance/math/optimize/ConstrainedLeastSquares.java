package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.Optional;

/**
 * Linear least squares with equations and inequalities (Lawson &amp; Hanson 1974, algorithms LSE (20.19) and LSI (23.17)).
 */
final class ConstrainedLeastSquares {
    /** A row of conditions is settled by the equations if they leave so small a share of it free. */
    private static final double FREE = 1e-12;
    /** How far from its right side a settled row may be, in units of the numbers that it is made of. */
    private static final double SETTLED = 1e-9;

    private final double[] x;
    private final double[] ofEquations;
    private final double[] ofInequalities;

    ConstrainedLeastSquares(double[] x, double[] ofEquations, double[] ofInequalities) {
        this.x = x;
        this.ofEquations = ofEquations;
        this.ofInequalities = ofInequalities;
    }

    /** The solution. */
    double[] x() {
        return x;
    }

    /** Multipliers: the gradient of half the squares is {@code C' ofEquations + G' ofInequalities}. */
    double[] ofEquations() {
        return ofEquations;
    }

    /** Multipliers, none negative. */
    double[] ofInequalities() {
        return ofInequalities;
    }

    /** Linear conditions: rows of factors of the unknowns, and their right sides. */
    static final class Conditions {
        private final double[][] rows;
        private final double[] right;

        Conditions(double[][] rows, double[] right) {
            this.rows = rows;
            this.right = right;
        }

        /** Factors of the unknowns. */
        double[][] rows() {
            return rows;
        }

        /** The right sides. */
        double[] right() {
            return right;
        }

        /** By how much a row falls short of its right side; 0 where that is rounding. */
        double lack(int row, double... x) {
            double lack = right[row] - DenseSystem.dot(rows[row], x);
            double size = Math.abs(right[row]) + DenseSystem.norm(rows[row]) * DenseSystem.norm(x);
            return Math.abs(lack) <= SETTLED * size ? 0 : lack;
        }

        boolean areMetBy(double... x) {
            for (int i = 0; i < right.length; i++) {
                if (lack(i, x) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /**
     * The x with the least {@code ||R x - f||} and {@code C x = c}, {@code G x >= h}; empty if the conditions contradict
     * each other.
     *
     * @param r columns of R, square and of full rank
     */
    static Optional<ConstrainedLeastSquares> of(
            double[][] r, double[] f, Conditions equations, Conditions inequalities) {
        PivotedQr range = PivotedQr.of(equations.rows(), f.length);
        double[] particular = range.turnedBack(range.solveTransposed(equations.right()));
        return equations.areMetBy(particular) ? of(r, f, range, particular, inequalities) : Optional.empty();
    }

    private static Optional<ConstrainedLeastSquares> of(
            double[][] r, double[] f, PivotedQr range, double[] particular, Conditions inequalities) {
        int unknowns = f.length;
        double[][] basis = basisBeyond(range, unknowns);
        double[][] reduced = Arrays.stream(basis)
                .map(vector -> DenseSystem.combined(r, unknowns, vector))
                .toArray(double[][]::new);
        PivotedQr factors = PivotedQr.of(reduced, unknowns);
        double[] target = factors.turned(DenseSystem.plusScaled(f, -1, DenseSystem.combined(r, unknowns, particular)));
        double[] centre = factors.solve(target);
        double[][] rows = new double[inequalities.right().length][];
        double[] right = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] row = inequalities.rows()[i];
            double[] along = DenseSystem.times(basis, row);
            boolean settled = DenseSystem.norm(along) <= FREE * DenseSystem.norm(row);
            rows[i] = settled ? new double[basis.length] : Arrays.copyOf(factors.solveTransposed(along), basis.length);
            right[i] = settled
                    ? inequalities.lack(i, particular)
                    : inequalities.right()[i] - DenseSystem.dot(row, particular) - DenseSystem.dot(along, centre);
        }
        return LeastDistance.of(rows, right, basis.length).map(shortest -> {
            double[] moved = DenseSystem.plusScaled(Arrays.copyOf(target, basis.length), 1, shortest.x());
            double[] x =
                    DenseSystem.plusScaled(particular, 1, DenseSystem.combined(basis, unknowns, factors.solve(moved)));
            double[] residual = DenseSystem.plusScaled(DenseSystem.combined(r, unknowns, x), -1, f);
            double[] rest = DenseSystem.plusScaled(
                    DenseSystem.times(r, residual),
                    -1,
                    DenseSystem.combined(inequalities.rows(), unknowns, shortest.multipliers()));
            return new ConstrainedLeastSquares(x, range.leastSquares(rest), shortest.multipliers());
        });
    }

    /** Orthonormal vectors that the equations leave free. */
    private static double[][] basisBeyond(PivotedQr range, int unknowns) {
        double[][] basis = new double[unknowns - range.rank()][];
        for (int k = 0; k < basis.length; k++) {
            double[] unit = new double[unknowns];
            unit[range.rank() + k] = 1;
            basis[k] = range.turnedBack(unit);
        }
        return basis;
    }
}
