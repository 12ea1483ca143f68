package org.acutance.math.fft;

/** Roots of unity, right to the last place. */
final class Roots {
    private Roots() {}

    /** Real part of {@code exp(-2 pi i k / n)}. */
    static double re(long k, long n) {
        return cosine(8 * Math.floorMod(k, n), n);
    }

    /** Imaginary part of {@code exp(-2 pi i k / n)}. */
    static double im(long k, long n) {
        return cosine(8 * Math.floorMod(k, n) + 2 * n, n);
    }

    /** Cosine of {@code eighths / n} eighths of a turn, with the angle brought into the first eighth exactly. */
    private static double cosine(long eighths, long n) {
        long turn = Math.floorMod(eighths, 8 * n);
        long angle = Math.min(turn, 8 * n - turn);
        long acute = Math.min(angle, 4 * n - angle);
        double size = acute <= n ? Math.cos(radians(acute, n)) : Math.sin(radians(2 * n - acute, n));
        return angle <= 2 * n ? size : -size;
    }

    private static double radians(long eighths, long n) {
        return Math.PI / 4 * eighths / n;
    }
}
