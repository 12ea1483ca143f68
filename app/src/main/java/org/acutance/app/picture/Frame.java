package org.acutance.app.picture;

import org.acutance.deblur.stroke.Point;

/**
 * The rectangle in which a chart's data lie, in pixels of the picture.
 *
 * @param x left edge
 * @param y upper edge
 * @param width number of columns
 * @param height number of rows
 */
record Frame(int x, int y, int width, int height) {
    int bottom() {
        return y + height;
    }

    int right() {
        return x + width;
    }

    /** The point at shares of the width, from the left, and of the height, from below. */
    Point at(double across, double up) {
        return new Point(x + across * width, y + (1 - up) * height);
    }
}
