package org.acutance.app.picture;

import java.util.Arrays;
import java.util.List;
import org.acutance.deblur.stroke.Point;
import org.acutance.deblur.stroke.StrokeFont;

/** A picture while it is drawn. Coordinates are pixels from the upper left corner; what lies outside is cut off. */
final class Canvas {
    /** Largest number of pixels; beyond it, memory would be the next to complain. */
    static final long MOST_PIXELS = 1L << 28;

    private final int width;
    private final int height;
    private final int[] pixels;

    /**
     * @throws IllegalArgumentException if the picture would have no pixel or more than {@value #MOST_PIXELS}
     */
    Canvas(int width, int height, int background) {
        if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
            throw new IllegalArgumentException("picture: " + width + "×" + height
                    + " pixels; a picture has between 1 and " + MOST_PIXELS + ", so show fewer or smaller panels");
        }
        this.width = width;
        this.height = height;
        this.pixels = new int[width * height];
        Arrays.fill(pixels, background);
    }

    /** Fills a rectangle. */
    void fill(int x, int y, int columns, int rows, int colour) {
        int from = Math.max(x, 0);
        int to = Math.min(x + columns, width);
        for (int row = Math.max(y, 0); row < Math.min(y + rows, height) && from < to; row++) {
            Arrays.fill(pixels, row * width + from, row * width + to, colour);
        }
    }

    /** Fills the rectangle between two corners, rounded to whole pixels. */
    void fill(Point corner, Point opposite, int colour) {
        int left = (int) Math.rint(Math.min(corner.x(), opposite.x()));
        int top = (int) Math.rint(Math.min(corner.y(), opposite.y()));
        int right = (int) Math.rint(Math.max(corner.x(), opposite.x()));
        int bottom = (int) Math.rint(Math.max(corner.y(), opposite.y()));
        fill(left, top, right - left, bottom - top, colour);
    }

    /** Draws a frame around a rectangle, which stays as it is. */
    void frameAround(int x, int y, int columns, int rows, int thickness, int colour) {
        int wide = columns + 2 * thickness;
        fill(x - thickness, y - thickness, wide, thickness, colour);
        fill(x - thickness, y + rows, wide, thickness, colour);
        fill(x - thickness, y, thickness, rows, colour);
        fill(x + columns, y, thickness, rows, colour);
    }

    /** Draws connected points; one point alone is a dot as wide as the pen. */
    void line(Pen pen, List<Point> points) {
        lines(pen, List.of(points));
    }

    /** Draws a straight line. */
    void line(Pen pen, double fromX, double fromY, double toX, double toY) {
        line(pen, List.of(new Point(fromX, fromY), new Point(toX, toY)));
    }

    private void lines(Pen pen, List<List<Point>> lines) {
        new Coverage(lines, pen.width(), width, height).blend(pixels, width, pen.colour());
    }

    /** Writes text that begins at {@code x} and stands on the row {@code baseline}. */
    void text(TextStyle style, double x, int baseline, String text) {
        lines(
                new Pen(style.weight(), style.colour()),
                StrokeFont.lines(text, style.capHeight(), new Point(x, baseline + 0.5)));
    }

    /** Writes text that ends at {@code x}. */
    void textBefore(TextStyle style, double x, int baseline, String text) {
        text(style, x - style.width(text), baseline, text);
    }

    /** Writes text whose middle is at {@code x}. */
    void textAround(TextStyle style, double x, int baseline, String text) {
        text(style, x - style.width(text) / 2, baseline, text);
    }

    /** Shows pixels, each as a square of {@code factor} by {@code factor}, cut off at a width. */
    void place(PixelGrid grid, int x, int y, int factor, int mostColumns) {
        for (int row = 0; row < grid.rows() * factor; row++) {
            for (int column = 0; column < Math.min(mostColumns, grid.columns() * factor); column++) {
                pixels[(y + row) * width + x + column] = grid.rgb(row / factor, column / factor);
            }
        }
    }

    /** What is drawn so far; a copy. */
    Picture picture() {
        return new Picture(width, height, pixels.clone());
    }
}
