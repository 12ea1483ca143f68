package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** A convex polygon in the plane of a picture. */
record Polygon(List<Polygon.Point> corners) {
    record Point(double row, double column) {
        Point towards(Point other, double share) {
            return new Point(row + share * (other.row - row), column + share * (other.column - column));
        }
    }

    /** A rectangle around the origin, as long as given along a direction of length 1, and of width 1. */
    static Polygon bar(double length, double row, double column) {
        double along = length / 2;
        double across = 0.5;
        return new Polygon(List.of(
                new Point(along * row - across * column, along * column + across * row),
                new Point(along * row + across * column, along * column - across * row),
                new Point(-along * row + across * column, -along * column - across * row),
                new Point(-along * row - across * column, -along * column + across * row)));
    }

    /** The part in a rectangle (Sutherland and Hodgman 1974). */
    Polygon clip(double top, double bottom, double left, double right) {
        return keep(p -> p.row - top)
                .keep(p -> bottom - p.row)
                .keep(p -> p.column - left)
                .keep(p -> right - p.column);
    }

    private Polygon keep(ToDoubleFunction<Point> inside) {
        List<Point> kept = new ArrayList<>();
        for (int i = 0; i < corners.size(); i++) {
            Point here = corners.get(i);
            Point next = corners.get((i + 1) % corners.size());
            double a = inside.applyAsDouble(here);
            double b = inside.applyAsDouble(next);
            if (a >= 0) {
                kept.add(here);
            }
            if ((a < 0) != (b < 0)) {
                kept.add(here.towards(next, a / (a - b)));
            }
        }
        return new Polygon(kept);
    }

    double area() {
        double twice = 0;
        for (int i = 0; i < corners.size(); i++) {
            Point here = corners.get(i);
            Point next = corners.get((i + 1) % corners.size());
            twice += here.row * next.column - next.row * here.column;
        }
        return Math.abs(twice) / 2;
    }
}
