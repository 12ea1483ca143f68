package org.acutance.deblur.image;

import java.util.List;
import org.acutance.deblur.stroke.Segment;

/** A plane figure of a drawing. Lengths are in units of the drawing, x to the right, y down. */
sealed interface Figure {
    /** A rectangle outside which nothing is covered. */
    Rectangle bounds();

    /** How much of the ink a point takes, 0 to 1. */
    double coverage(double x, double y);

    record Rectangle(double left, double top, double right, double bottom) implements Figure {
        static Rectangle around(double x, double y, double radius) {
            return new Rectangle(x - radius, y - radius, x + radius, y + radius);
        }

        @Override
        public Rectangle bounds() {
            return this;
        }

        @Override
        public double coverage(double x, double y) {
            return x >= left && x < right && y >= top && y < bottom ? 1 : 0;
        }
    }

    /** A disc whose edge falls off over a width around the radius, smoothly; 0 for a hard edge. */
    record Disc(double x, double y, double radius, double softness) implements Figure {
        @Override
        public Rectangle bounds() {
            return Rectangle.around(x, y, radius + softness / 2);
        }

        @Override
        public double coverage(double px, double py) {
            double inside = radius - distance(px - x, py - y);
            if (softness == 0) {
                return inside >= 0 ? 1 : 0;
            }
            double t = Math.min(Math.max(inside / softness + 0.5, 0), 1);
            return t * t * (3 - 2 * t);
        }
    }

    /** What lies between two circles around a point. */
    record Ring(double x, double y, double inner, double outer) implements Figure {
        @Override
        public Rectangle bounds() {
            return Rectangle.around(x, y, outer);
        }

        @Override
        public double coverage(double px, double py) {
            double distance = distance(px - x, py - y);
            return distance >= inner && distance <= outer ? 1 : 0;
        }
    }

    /** The spokes of a Siemens star, as wide as the gaps between them. */
    record Star(double x, double y, double radius, int spokes) implements Figure {
        @Override
        public Rectangle bounds() {
            return Rectangle.around(x, y, radius);
        }

        @Override
        public double coverage(double px, double py) {
            double turns = StrictMath.atan2(py - y, px - x) / (2 * Math.PI) * spokes + 0.25;
            boolean spoke = turns - Math.floor(turns) < 0.5;
            return spoke && distance(px - x, py - y) <= radius ? 1 : 0;
        }
    }

    /** Rings of equal area, ever closer: a zone plate. */
    record Zones(double x, double y, double radius, int rings) implements Figure {
        @Override
        public Rectangle bounds() {
            return Rectangle.around(x, y, radius);
        }

        @Override
        public double coverage(double px, double py) {
            double share = ((px - x) * (px - x) + (py - y) * (py - y)) / (radius * radius);
            return share <= 1 && (int) (share * 2 * rings) % 2 == 0 ? 1 : 0;
        }
    }

    /** A rectangle around a point, turned clockwise. */
    record Turned(double x, double y, double width, double height, double degrees) implements Figure {
        @Override
        public Rectangle bounds() {
            return Rectangle.around(x, y, distance(width, height) / 2);
        }

        @Override
        public double coverage(double px, double py) {
            double c = StrictMath.cos(StrictMath.toRadians(degrees));
            double s = StrictMath.sin(StrictMath.toRadians(degrees));
            double along = (px - x) * c + (py - y) * s;
            double across = (py - y) * c - (px - x) * s;
            return Math.abs(along) <= width / 2 && Math.abs(across) <= height / 2 ? 1 : 0;
        }
    }

    /** A straight line with round ends. */
    record Stroke(Segment line, double width) implements Figure {
        @Override
        public Rectangle bounds() {
            double half = width / 2;
            return new Rectangle(
                    Math.min(line.from().x(), line.to().x()) - half,
                    Math.min(line.from().y(), line.to().y()) - half,
                    Math.max(line.from().x(), line.to().x()) + half,
                    Math.max(line.from().y(), line.to().y()) + half);
        }

        @Override
        public double coverage(double x, double y) {
            return line.squaredDistance(x, y) <= width * width / 4 ? 1 : 0;
        }
    }

    /** What any of the parts covers; there is at least one. */
    record Union(List<? extends Figure> parts) implements Figure {
        @Override
        public Rectangle bounds() {
            return parts.stream()
                    .map(Figure::bounds)
                    .reduce((a, b) -> new Rectangle(
                            Math.min(a.left, b.left),
                            Math.min(a.top, b.top),
                            Math.max(a.right, b.right),
                            Math.max(a.bottom, b.bottom)))
                    .orElseThrow();
        }

        @Override
        public double coverage(double x, double y) {
            double most = 0;
            for (Figure part : parts) {
                most = Math.max(most, part.coverage(x, y));
            }
            return most;
        }
    }

    /** What both figures cover. */
    record Within(Figure figure, Figure frame) implements Figure {
        @Override
        public Rectangle bounds() {
            return figure.bounds();
        }

        @Override
        public double coverage(double x, double y) {
            return figure.coverage(x, y) * frame.coverage(x, y);
        }
    }

    private static double distance(double dx, double dy) {
        return Math.sqrt(dx * dx + dy * dy);
    }
}
