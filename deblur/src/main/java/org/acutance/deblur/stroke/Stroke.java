package org.acutance.deblur.stroke;

import java.util.ArrayList;
import java.util.List;

/**
 * One stroke of a character as {@link Glyphs} writes it: points that the line passes, and control points of parabolas
 * between them, two neighbouring controls meaning a passed point midway.
 */
record Stroke(List<Knot> knots) {
    private static final String CLOSED = " z";

    /** A point of the drawing, passed or only pulled towards. */
    record Knot(Point at, boolean control) {
        private static Knot parse(String text) {
            boolean control = text.startsWith("(");
            String[] numbers = (control ? text.substring(1, text.length() - 1) : text).split(",", -1);
            return new Knot(new Point(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])), control);
        }
    }

    static Stroke parse(String text) {
        boolean closed = text.endsWith(CLOSED);
        String open = closed ? text.substring(0, text.length() - CLOSED.length()) : text;
        List<Knot> knots = new ArrayList<>();
        for (String knot : open.split(" ", -1)) {
            knots.add(Knot.parse(knot));
        }
        return new Stroke(closed ? close(knots) : knots);
    }

    private static List<Knot> close(List<Knot> knots) {
        Knot first = knots.get(0);
        Knot last = knots.get(knots.size() - 1);
        Knot seam = first.control() ? new Knot(Point.midway(last.at(), first.at()), false) : first;
        List<Knot> closed = new ArrayList<>(knots);
        if (first.control()) {
            closed.add(0, seam);
        }
        closed.add(seam);
        return closed;
    }

    /** The stroke as connected points, with {@code steps} of them for each parabola. */
    List<Point> flattened(int steps) {
        List<Point> points = new ArrayList<>();
        points.add(knots.get(0).at());
        for (int i = 1; i < knots.size(); i++) {
            Point here = knots.get(i).at();
            if (!knots.get(i).control()) {
                addOnce(points, here);
            } else {
                Knot next = knots.get(i + 1);
                Point end = next.control() ? Point.midway(here, next.at()) : next.at();
                addParabola(points, here, end, steps);
            }
        }
        return List.copyOf(points);
    }

    private static void addOnce(List<Point> points, Point point) {
        if (!points.get(points.size() - 1).equals(point)) {
            points.add(point);
        }
    }

    private static void addParabola(List<Point> points, Point control, Point end, int steps) {
        Point start = points.get(points.size() - 1);
        for (int step = 1; step <= steps; step++) {
            double t = (double) step / steps;
            points.add(along(along(start, control, t), along(control, end, t), t));
        }
    }

    private static Point along(Point from, Point to, double share) {
        return new Point(from.x() + share * (to.x() - from.x()), from.y() + share * (to.y() - from.y()));
    }
}
