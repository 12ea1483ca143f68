package org.acutance.deblur.psf;

/** Areas under a circle around the origin. */
final class Disc {
    private Disc() {}

    /** The area that the disc covers of the unit square around an integer point. */
    static double overlap(double radius, int row, int column) {
        double area = corner(radius, row + 0.5, column + 0.5)
                - corner(radius, row - 0.5, column + 0.5)
                - corner(radius, row + 0.5, column - 0.5)
                + corner(radius, row - 0.5, column - 0.5);
        return Math.max(0, area);
    }

    /** The area of the disc between the axes and the lines through (x, y), with the sign of x y. */
    private static double corner(double radius, double x, double y) {
        double u = Math.min(Math.abs(x), radius);
        double v = Math.min(Math.abs(y), radius);
        double sign = Math.signum(x) * Math.signum(y);
        double flat = Math.sqrt(radius * radius - v * v);
        return sign * (u <= flat ? u * v : flat * v + underArc(radius, u) - underArc(radius, flat));
    }

    /** The integral of sqrt(r^2 - t^2) from 0 to u. */
    private static double underArc(double radius, double u) {
        return (u * Math.sqrt(radius * radius - u * u) + radius * radius * Math.asin(u / radius)) / 2;
    }
}
