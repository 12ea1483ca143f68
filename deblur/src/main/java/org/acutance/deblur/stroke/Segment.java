package org.acutance.deblur.stroke;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A straight line between two points, which may be the same.
 *
 * @param from one end
 * @param to the other end
 */
public record Segment(Point from, Point to) {
    /** The segments of a row of at least one connected point; one point alone gives a segment without length. */
    public static List<Segment> connecting(List<Point> points) {
        int last = points.size() - 1;
        return IntStream.range(0, Math.max(last, 1))
                .mapToObj(i -> new Segment(points.get(i), points.get(Math.min(i + 1, last))))
                .toList();
    }

    /**
     * The square of the distance from a place to the nearest point of the segment, by additions and products alone, so
     * that it is the same on every machine.
     */
    public double squaredDistance(double x, double y) {
        double alongX = to.x() - from.x();
        double alongY = to.y() - from.y();
        double length = alongX * alongX + alongY * alongY;
        double at = length == 0 ? 0 : ((x - from.x()) * alongX + (y - from.y()) * alongY) / length;
        double nearest = Math.min(Math.max(at, 0), 1);
        double awayX = x - from.x() - nearest * alongX;
        double awayY = y - from.y() - nearest * alongY;
        return awayX * awayX + awayY * awayY;
    }
}
