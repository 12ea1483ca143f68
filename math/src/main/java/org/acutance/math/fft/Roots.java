package org.acutance.math.fft;

/** Roots of unity, to within a unit of the last place, and exactly where they are 0, 1/2 or 1; the same bits on every JVM. */
final class Roots {
    /** What pi / 4 has beyond {@code Math.PI / 4}. */
    private static final double REST_OF_QUARTER = 3.061616997868383e-17;

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
        double size = acute <= n ? acuteCosine(acute, n) : acuteSine(2 * n - acute, n);
        return angle <= 2 * n ? size : -size;
    }

    private static double acuteCosine(long eighths, long n) {
        double radians = radians(eighths, n);
        return StrictMath.cos(radians) - StrictMath.sin(radians) * beyond(eighths, n);
    }

    private static double acuteSine(long eighths, long n) {
        double radians = radians(eighths, n);
        double sine = StrictMath.sin(radians) + StrictMath.cos(radians) * beyond(eighths, n);
        return 3 * eighths == 2 * n ? 0.5 : sine;
    }

    private static double radians(long eighths, long n) {
        return Math.PI / 4 * ((double) eighths / n);
    }

    /** What the angle has beyond {@link #radians}: the rests of the division, of the product and of pi. */
    private static double beyond(long eighths, long n) {
        double share = (double) eighths / n;
        double ofDivision = Math.fma(-share, (double) n, (double) eighths) / n;
        double ofProduct = Math.fma(Math.PI / 4, share, -radians(eighths, n));
        return ofProduct + (Math.PI / 4 * ofDivision + REST_OF_QUARTER * share);
    }
}
