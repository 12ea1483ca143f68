package org.acutance.deblur.stroke;

/**
 * A place in a drawing, in its units; in pixels, the centre of the first one is at (0.5, 0.5).
 *
 * @param x to the right
 * @param y downwards from the upper edge, but upwards from the line within the drawing of a character
 */
public record Point(double x, double y) {
    static Point midway(Point a, Point b) {
        return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
    }
}
