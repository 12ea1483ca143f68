package org.acutance.app.picture;

import org.acutance.math.array.NdArray;

/** Finds where an image gained most contrast between neighbouring pixels. */
final class MostSharpened {
    private MostSharpened() {}

    /**
     * The window with the largest gain of squared differences between neighbours, over both axes and all channels,
     * the first of several; what is not finite counts nothing. A table of sums (F. Crow, 1984) makes each position
     * cost the same.
     *
     * @throws IllegalArgumentException if the window is larger than the images
     */
    static Window window(Panel before, Panel after, int rows, int columns) {
        if (rows > after.rows() || columns > after.columns()) {
            throw new IllegalArgumentException("detail: a window of " + rows + "×" + columns
                    + " pixels does not fit into an image of " + after.rows() + "×" + after.columns());
        }
        double[][] sums = sumsAboveLeft(before, after);
        Window best = new Window(0, 0, rows, columns);
        for (int row = 0; row <= after.rows() - rows; row++) {
            for (int column = 0; column <= after.columns() - columns; column++) {
                Window window = new Window(row, column, rows, columns);
                best = sum(sums, window) > sum(sums, best) ? window : best;
            }
        }
        return best;
    }

    private static double sum(double[][] sums, Window window) {
        int row = window.row() + window.rows();
        int column = window.column() + window.columns();
        return sums[row][column]
                - sums[window.row()][column]
                - sums[row][window.column()]
                + sums[window.row()][window.column()];
    }

    private static double[][] sumsAboveLeft(Panel before, Panel after) {
        double[][] sums = new double[after.rows() + 1][after.columns() + 1];
        for (int row = 0; row < after.rows(); row++) {
            double sumOfRow = 0;
            for (int column = 0; column < after.columns(); column++) {
                sumOfRow += contrast(after, row, column) - contrast(before, row, column);
                sums[row + 1][column + 1] = sums[row][column + 1] + sumOfRow;
            }
        }
        return sums;
    }

    private static double contrast(Panel panel, int row, int column) {
        double sum = 0;
        for (NdArray channel : panel.channels()) {
            int here = row * panel.columns() + column;
            double down = row + 1 < panel.rows() ? channel.get(here + panel.columns()) - channel.get(here) : 0;
            double right = column + 1 < panel.columns() ? channel.get(here + 1) - channel.get(here) : 0;
            sum += down * down + right * right;
        }
        return Double.isFinite(sum) ? sum : 0;
    }
}
