package org.acutance.deblur.image;

import java.util.Arrays;
import org.acutance.math.array.NdArray;

/**
 * A square drawing put on a picture of any size, as large as fits and in the middle. Each pixel is the mean of many
 * points, so edges are smooth.
 */
final class Canvas {
    private final int rows;
    private final int columns;
    private final double scale;
    private final int samples;
    private final double[] values;

    /** An empty picture; the drawing is {@code side} units wide and high. */
    Canvas(int rows, int columns, double side) {
        this.rows = rows;
        this.columns = columns;
        this.scale = Math.min(rows, columns) / side;
        this.samples = (int) Math.min(Math.max(Math.rint(8 / scale), 4), 16);
        this.values = new double[Math.multiplyExact(rows, columns)];
    }

    /** What colour a point of a figure has, 0 for black and 1 for white. */
    interface Ink {
        double tone(double x, double y);
    }

    void fill(double tone) {
        Arrays.fill(values, tone);
    }

    void paint(Figure figure, double tone) {
        paint(figure, (x, y) -> tone);
    }

    /** Puts a figure over what is there. */
    void paint(Figure figure, Ink ink) {
        Figure.Rectangle bounds = figure.bounds();
        int top = pixel(bounds.top(), rows);
        int bottom = Math.min(pixel(bounds.bottom(), rows) + 1, rows);
        int left = pixel(bounds.left(), columns);
        int right = Math.min(pixel(bounds.right(), columns) + 1, columns);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                paintPixel(figure, ink, row, column);
            }
        }
    }

    private int pixel(double position, int extent) {
        double pixel = position * scale + (extent - Math.min(rows, columns)) / 2.0;
        return (int) Math.max(0, Math.floor(pixel));
    }

    private void paintPixel(Figure figure, Ink ink, int row, int column) {
        double covered = 0;
        double tone = 0;
        for (int i = 0; i < samples; i++) {
            double y = unit(row + (i + 0.5) / samples, rows);
            for (int j = 0; j < samples; j++) {
                double x = unit(column + (j + 0.5) / samples, columns);
                double coverage = figure.coverage(x, y);
                covered += coverage;
                tone += coverage == 0 ? 0 : coverage * ink.tone(x, y);
            }
        }
        int at = row * columns + column;
        values[at] += (tone - covered * values[at]) / (samples * samples);
    }

    private double unit(double pixel, int extent) {
        return (pixel - (extent - Math.min(rows, columns)) / 2.0) / scale;
    }

    NdArray picture() {
        return NdArray.of(values, rows, columns);
    }
}
