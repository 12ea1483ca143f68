package org.acutance.math.convolution;

import java.util.stream.IntStream;

/**
 * The taps of a plane of a kernel, reversed along both axes: output {@code (i, j)} is the sum of
 * {@code weight(r, s) * x(i + r, j + s)}. Columns of zeros are left out; the others stand in groups of four, two or one,
 * each added in one loop.
 */
final class Taps {
    private final int[] shifts;
    private final double[][] weights;

    private Taps(int[] shifts, double[][] weights) {
        this.shifts = shifts;
        this.weights = weights;
    }

    /**
     * The plane of {@code rows * columns} taps that starts at a position of a row-major kernel.
     *
     * @param kernel taps in the order of the kernel, copied
     */
    static Taps of(double[] kernel, int from, int rows, int columns) {
        double[] reversed = new double[rows * columns];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = kernel[from + reversed.length - 1 - i];
        }
        int[] shifts = columnsInUse(reversed, columns);
        double[][] weights = new double[rows][shifts.length];
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < shifts.length; k++) {
                weights[row][k] = reversed[row * columns + shifts[k]];
            }
        }
        return new Taps(shifts, weights);
    }

    private static int[] columnsInUse(double[] taps, int columns) {
        boolean[] used = new boolean[columns];
        for (int i = 0; i < taps.length; i++) {
            used[i % columns] |= taps[i] != 0;
        }
        return IntStream.range(0, columns).filter(column -> used[column]).toArray();
    }

    /** A single row of taps. */
    static Taps of(double[] kernel) {
        return of(kernel, 0, 1, kernel.length);
    }

    int rows() {
        return weights.length;
    }

    /** Number of columns that are not all zeros. */
    int count() {
        return shifts.length;
    }

    /** Column of the k-th tap of every row. */
    int shift(int k) {
        return shifts[k];
    }

    /** All columns; not to be changed. */
    int[] shifts() {
        return shifts;
    }

    /** The taps of a row; not to be changed. */
    double[] weights(int row) {
        return weights[row];
    }

    double weight(int row, int k) {
        return weights[row][k];
    }

    /** Number of taps in the group that starts with the k-th. */
    int groupSize(int k) {
        int left = shifts.length - k;
        return left >= 4 ? 4 : left >= 2 ? 2 : 1;
    }

    /** Whether a row has a tap other than zero in the group that starts with the k-th. */
    boolean isActive(int row, int k) {
        for (int i = 0; i < groupSize(k); i++) {
            if (weights[row][k + i] != 0) {
                return true;
            }
        }
        return false;
    }

    /** Number of groups, over all rows, that are added. */
    int runs() {
        return sumOverActive(1, 0);
    }

    /** Number of taps in the groups that are added. */
    int products() {
        return sumOverActive(0, 1);
    }

    private int sumOverActive(int perGroup, int perTap) {
        int sum = 0;
        for (int row = 0; row < rows(); row++) {
            for (int k = 0; k < shifts.length; k += groupSize(k)) {
                sum += isActive(row, k) ? perGroup + perTap * groupSize(k) : 0;
            }
        }
        return sum;
    }

    /** Whether one row leaves everything as it is. */
    boolean isIdentity() {
        return rows() == 1 && shifts.length == 1 && shifts[0] == 0 && weights[0][0] == 1;
    }
}
