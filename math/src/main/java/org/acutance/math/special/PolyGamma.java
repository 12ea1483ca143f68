package org.acutance.math.special;

/** The derivatives of the logarithm of the gamma function. */
public final class PolyGamma {
    /** {@code B_2k / (2k)!} for k = 1, 2, ... */
    private static final double[] BERNOULLI = {
        1.0 / 12,
        -1.0 / 720,
        1.0 / 30240,
        -1.0 / 1209600,
        1.0 / 47900160,
        -691.0 / 1307674368000.0,
        1.0 / 74724249600.0,
        -3617.0 / 10670622842880000.0
    };

    private static final int DIRECT = 12;

    private PolyGamma() {}

    /**
     * The digamma function: upward to where its asymptotic series holds (Abramowitz &amp; Stegun 6.3.5 and 6.3.18), and below
     * 0 by reflection (6.3.7). At 0 infinite, of the sign opposite to that of the 0; NaN at -1, -2, ..., as in SciPy.
     */
    public static double digamma(double x) {
        if (x == 0) {
            return -1 / x;
        }
        if (x < 0) {
            // the tangent has period pi; taken of the rest, which is exact, it is right far below 0 too
            double rest = x - Math.rint(x);
            return rest == 0 ? Double.NaN : digamma(1 - x) - Math.PI / Math.tan(Math.PI * rest);
        }
        double sum = 0;
        double at = x;
        while (at < DIRECT) {
            sum -= 1 / at;
            at++;
        }
        double square = 1 / (at * at);
        double power = square;
        double series = 0;
        double factorial = 1;
        for (int k = 1; k <= BERNOULLI.length; k++) {
            series += BERNOULLI[k - 1] * factorial * power;
            factorial *= 2 * k * (2 * k + 1);
            power *= square;
        }
        return sum + Math.log(at) - 0.5 / at - series;
    }

    /**
     * Derivative number {@code order} of the digamma function.
     *
     * @param order at least 1
     * @param x any number; infinite at 0, -1, -2, ..., NaN at negative infinity
     */
    public static double polygamma(int order, double x) {
        double factorial = 1;
        for (int k = 2; k <= order; k++) {
            factorial *= k;
        }
        double total = x > 0 ? zeta(order + 1, x) : fromBelow(order + 1, x);
        return order % 2 == 0 ? -factorial * total : factorial * total;
    }

    /** The sum of {@code 1/(x + k)^s} from an x below 0 on, as what lies below 0, counted downward, and what lies above. */
    private static double fromBelow(int s, double x) {
        double rest = Math.ceil(x) - x;
        if (rest == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double below = zeta(s, rest) - zeta(s, 1 - x);
        return (s % 2 == 0 ? below : -below) + zeta(s, 1 - rest);
    }

    /** Hurwitz's {@code 1/q^s + 1/(q + 1)^s + 1/(q + 2)^s + ...}, of s above 1, by Euler's and Maclaurin's formula. */
    private static double zeta(double s, double q) {
        double sum = 0;
        for (int k = 0; k < DIRECT; k++) {
            sum += Math.pow(q + k, -s);
        }
        double end = q + DIRECT;
        double power = Math.pow(end, -s);
        sum += Math.pow(end, 1 - s) / (s - 1) + power / 2;
        double factor = s * power / end;
        for (int k = 0; k < BERNOULLI.length; k++) {
            sum += BERNOULLI[k] * factor;
            factor *= (s + 2 * k + 1) * (s + 2 * k + 2) / (end * end);
        }
        return sum;
    }
}
