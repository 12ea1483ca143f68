package org.acutance.app.picture;

/** A place in pixels from the upper left corner of a picture; the first pixel's centre is at (0.5, 0.5). */
record Point(double x, double y) {
    static Point midway(Point a, Point b) {
        return new Point((a.x + b.x) / 2, (a.y + b.y) / 2);
    }
}
