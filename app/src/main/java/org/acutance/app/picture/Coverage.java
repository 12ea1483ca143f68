package org.acutance.app.picture;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.acutance.deblur.stroke.Point;
import org.acutance.deblur.stroke.Segment;

/**
 * The share of each pixel that lines of one width cover, from the distance of the pixel's centre to the nearest line;
 * joints and ends are round. Lines of one stroke do not add up where they meet. Only additions, products and square
 * roots are used, so that every machine gets the same.
 */
final class Coverage {
    private final int left;
    private final int top;
    private final int width;
    private final int height;
    private final double reach;
    private final double[] squaredDistance;

    /**
     * @param lines each a row of connected points, or one point alone for a dot
     * @param lineWidth in pixels
     * @param columns extent of the canvas, beyond which nothing is kept
     * @param rows extent of the canvas, beyond which nothing is kept
     */
    Coverage(List<List<Point>> lines, double lineWidth, int columns, int rows) {
        reach = (lineWidth + 1) / 2;
        left = limit(Math.floor(least(lines, Point::x) - reach), columns);
        top = limit(Math.floor(least(lines, Point::y) - reach), rows);
        width = limit(Math.ceil(-least(lines, p -> -p.x()) + reach), columns) - left;
        height = limit(Math.ceil(-least(lines, p -> -p.y()) + reach), rows) - top;
        squaredDistance = new double[Math.max(width, 0) * Math.max(height, 0)];
        Arrays.fill(squaredDistance, Double.MAX_VALUE);
        lines.stream().map(Segment::connecting).flatMap(List::stream).forEach(this::add);
    }

    private static int limit(double value, int extent) {
        return (int) Math.min(Math.max(value, 0), extent);
    }

    private static double least(List<List<Point>> lines, ToDoubleFunction<Point> coordinate) {
        return lines.stream()
                .flatMap(List::stream)
                .mapToDouble(coordinate)
                .min()
                .orElse(0);
    }

    private void add(Segment segment) {
        Point a = segment.from();
        Point b = segment.to();
        int firstColumn = limit(Math.floor(Math.min(a.x(), b.x()) - reach) - left, width);
        int lastColumn = limit(Math.ceil(Math.max(a.x(), b.x()) + reach) - left, width);
        int firstRow = limit(Math.floor(Math.min(a.y(), b.y()) - reach) - top, height);
        int lastRow = limit(Math.ceil(Math.max(a.y(), b.y()) + reach) - top, height);
        for (int row = firstRow; row < lastRow; row++) {
            for (int column = firstColumn; column < lastColumn; column++) {
                int at = row * width + column;
                double distance = segment.squaredDistance(left + column + 0.5, top + row + 0.5);
                squaredDistance[at] = Math.min(squaredDistance[at], distance);
            }
        }
    }

    /** Blends the colour into rows of pixels of the canvas, {@code stride} pixels each. */
    void blend(int[] pixels, int stride, int colour) {
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double share = reach - Math.sqrt(squaredDistance[row * width + column]);
                if (share > 0) {
                    int at = (top + row) * stride + left + column;
                    pixels[at] = Palette.mix(pixels[at], colour, Math.min(share, 1));
                }
            }
        }
    }
}
