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
            throw new IllegalArgumentException("window: " + rows + "×" + columns + " pixels from (" + row + ", " + column
                    + "); it needs a pixel, and to begin at 0 or later");
        }
    }
}
