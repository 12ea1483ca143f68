package org.acutance.app.picture;

/**
 * A part of an image, in its pixels.
 *
 * @param row first row
 * @param column first column
 * @param rows number of rows
 * @param columns number of columns
 */
public record Window(int row, int column, int rows, int columns) {
    /**
     * @throws IllegalArgumentException if it begins before the image or has no pixel
     */
    public Window {
        if (row < 0 || column < 0 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("window: " + rows + "×" + columns + " pixels from (" + row + ", "
                    + column + "); it needs a pixel, and to begin at 0 or later");
        }
    }

    /**
     * Checks that the window lies inside an image.
     *
     * @throws IllegalArgumentException if it does not
     */
    void requireInside(int imageRows, int imageColumns) {
        if ((long) row + rows > imageRows || (long) column + columns > imageColumns) {
            throw new IllegalArgumentException("window: " + rows + "×" + columns + " pixels from (" + row + ", "
                    + column + ") do not lie inside an image of " + imageRows + "×" + imageColumns);
        }
    }
}
