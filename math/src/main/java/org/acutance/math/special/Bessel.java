package org.acutance.math.special;

import java.util.function.LongToDoubleFunction;

/**
 * Bessel functions of whole order, for every argument: backward recurrence and its sums (Abramowitz &amp; Stegun 1964,
 * sections 9.1 and 9.12) near 0, Hankel's expansions (9.2.5 and 9.7.1) far from it, the first term of the power series
 * (9.1.10 and 9.6.10) where the second is below rounding.
 */
public final class Bessel {
    /** From here on Hankel's expansion of order 0 and 1 has terms below the rounding error. */
    private static final double FAR = 25;

    /** The same for modified functions; higher orders need larger arguments. */
    private static final double FAR_MODIFIED = 1e4;

    /** Below this the square of half the argument is lost beside 1. */
    private static final double TINY = 1e-8;

    /** A term below this is lost beside 1. */
    private static final double LOST = 1e-17;

    private static final double EULER = 0.5772156649015329;
    private static final double HUGE = 1e250;
    private static final double LOG_HUGE = Math.log(HUGE);

    /** Below this an exponential is 0. */
    private static final double LOG_LEAST = -750;

    private Bessel() {}

    /** {@code J_n(x)}, of the first kind, for any whole order and any x. */
    public static double j(int order, double x) {
        boolean flips = order % 2 != 0 && (order < 0) != (x < 0);
        double value = ofPositive(Math.abs((long) order), Math.abs(x));
        return flips ? -value : value;
    }

    private static double ofPositive(long order, double x) {
        if (Double.isInfinite(x)) {
            return 0;
        }
        if (x < TINY) {
            return firstTerm(order, x);
        }
        if (x < FAR || order > x) {
            boolean lost = order > x && order * (1 + Math.log(x / (2.0 * order))) < LOG_LEAST;
            return lost ? 0 : downward(order, x, n -> n == order ? 1 : 0);
        }
        return order < 2 ? hankel((int) order, x, false) : upward(order, x, hankel(0, x, false), hankel(1, x, false));
    }

    /** {@code Y_n(x)}, of the second kind, for any whole order; negative infinity at 0 and NaN below. */
    public static double y(int order, double x) {
        long size = Math.abs((long) order);
        return order < 0 && order % 2 != 0 ? -secondKind(size, x) : secondKind(size, x);
    }

    private static double secondKind(long order, double x) {
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        if (Double.isInfinite(x)) {
            return 0;
        }
        return order < 2 ? lowest((int) order, x) : upward(order, x, lowest(0, x), lowest(1, x));
    }

    private static double lowest(int order, double x) {
        return x >= FAR ? hankel(order, x, true) : order == 0 ? neumannZero(x) : neumannOne(x);
    }

    /** {@code e^-|x| I_n(x)}, the modified function of the first kind without its growth. */
    public static double scaledI(int order, double x) {
        return modified(order, x, 0);
    }

    /** {@code I_n(x)}, the modified function of the first kind; infinite where it is too large for a number. */
    public static double i(int order, double x) {
        return modified(order, x, Math.abs(x));
    }

    /** {@code e^(growth - |x|) I_n(x)}. */
    private static double modified(int order, double x, double growth) {
        long n = Math.abs((long) order);
        double size = Math.abs(x);
        boolean isFar = size > FAR_MODIFIED && size > (double) n * n;
        double value =
                Double.isInfinite(size) ? growth : isFar ? modifiedHankel(n, size, growth) : near(n, size, growth);
        return x < 0 && n % 2 != 0 ? -value : value;
    }

    private static double near(long order, double x, double growth) {
        return x < TINY ? firstTerm(order, x) * Math.exp(growth - x) : modifiedDownward(order, x, growth);
    }

    /** {@code (x/2)^n / n!}. */
    private static double firstTerm(long order, double x) {
        double term = 1;
        for (long k = 1; k <= order && term != 0; k++) {
            term *= x / (2.0 * k);
        }
        return term;
    }

    /** {@code f_(n+1) = 2 n / x f_n - f_(n-1)} from orders 0 and 1, stable below the order x, and above for Y. */
    private static double upward(long order, double x, double zeroth, double first) {
        double before = zeroth;
        double here = first;
        for (long n = 1; n < order && !Double.isInfinite(here); n++) {
            double next = 2.0 * n / x * here - before;
            before = here;
            here = next;
        }
        return here;
    }

    /** Of the order 0 or 1: {@code sqrt(2 / (pi x)) (P cos - Q sin)} of x less (order + 1/2) pi/2; P sin + Q cos for Y. */
    private static double hankel(int order, double x, boolean second) {
        double even = 1;
        double odd = 0;
        double term = 1;
        for (int k = 1; k < 60 && Math.abs(term) > LOST; k++) {
            double factor = (4.0 * order - (2 * k - 1.0) * (2 * k - 1.0)) / (8 * k * x);
            if (Math.abs(factor) >= 1) {
                break;
            }
            term *= factor;
            switch (k % 4) {
                case 1 -> odd += term;
                case 2 -> even -= term;
                case 3 -> odd -= term;
                default -> even += term;
            }
        }
        // of the angle less a quarter or three quarters of pi, times the root of 2
        double sum = Math.cos(x) + Math.sin(x);
        double difference = Math.sin(x) - Math.cos(x);
        double cos = order == 0 ? sum : difference;
        double sin = order == 0 ? difference : -sum;
        return Math.sqrt(1 / (Math.PI * x)) * (second ? even * sin + odd * cos : even * cos - odd * sin);
    }

    /**
     * The sum of {@code w(n) J_n} for weights up to the given order, or up to where J is 0, by Miller's recurrence from an
     * order where it is 0, scaled by {@code J0 + 2 J2 + 2 J4 + ... = 1}.
     */
    private static double downward(long order, double x, LongToDoubleFunction weights) {
        double largest = Math.max((double) order, Math.ceil(x));
        long top = (long) (largest + 14 + 5 * Math.sqrt(largest));
        double factor = 2 / x;
        double above = 0;
        double here = 1e-250;
        double sum = 0;
        double weighted = 0;
        for (long n = top - 1; n >= 0; n--) {
            double below = factor * (n + 1) * here - above;
            above = here;
            here = below;
            if (Math.abs(here) > HUGE) {
                here /= HUGE;
                above /= HUGE;
                sum /= HUGE;
                weighted /= HUGE;
            }
            sum += n % 2 == 0 ? (n == 0 ? 1 : 2) * here : 0;
            weighted += weights.applyAsDouble(n) * here;
        }
        return weighted / sum;
    }

    /** Abramowitz &amp; Stegun 9.1.89, of which a tiny x leaves the logarithm. */
    private static double neumannZero(double x) {
        double log = logarithm(x);
        double sum = x < TINY ? log : downward(0, x, n -> n == 0 ? log : n % 2 == 0 ? -4.0 * sign(n / 2) / n : 0);
        return 2 / Math.PI * sum;
    }

    /** Abramowitz &amp; Stegun 9.1.88 for n = 1, of which a tiny x leaves the pole. */
    private static double neumannOne(double x) {
        if (x < TINY) {
            return -2 / Math.PI / x;
        }
        double log = logarithm(x);
        return 2 / Math.PI * downward(1, x, n -> n == 0 ? -1 / x : n == 1 ? log - 1 : n % 2 == 0 ? 0 : ofOdd(n));
    }

    private static double ofOdd(long n) {
        double k = (n - 1) / 2.0;
        return -sign((n - 1) / 2) * n / (k * (k + 1));
    }

    private static int sign(long k) {
        return k % 2 == 0 ? 1 : -1;
    }

    /** {@code log(x/2)} and Euler's constant, also where x/2 is too small for a number. */
    private static double logarithm(double x) {
        return Math.log(x) - Math.log(2) + EULER;
    }

    private static double modifiedHankel(long order, double x, double growth) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 30; k++) {
            term *= -(4.0 * order * order - (2 * k - 1.0) * (2 * k - 1.0)) / (8 * k * x);
            sum += term;
        }
        return grown(sum / Math.sqrt(2 * Math.PI * x), growth);
    }

    /** Miller's recurrence, scaled by {@code I0 + 2 I1 + 2 I2 + ... = e^x}; all terms are positive. */
    private static double modifiedDownward(long order, double x, double growth) {
        long top = (long) (order + 40 + 10 * Math.sqrt(x + (double) order));
        double above = 0;
        double here = 1e-250;
        double sum = 0;
        double found = 0;
        long shrunk = 0;
        for (long n = top - 1; n >= 0; n--) {
            double below = above + 2.0 * (n + 1) / x * here;
            above = here;
            here = below;
            if (here > HUGE) {
                here /= HUGE;
                above /= HUGE;
                sum /= HUGE;
                shrunk += n < order ? 1 : 0;
            }
            found = n == order ? here : found;
            sum += n == 0 ? here : 2 * here;
        }
        return grown(found / sum, growth - shrunk * LOG_HUGE);
    }

    /** {@code value e^growth}, also where the exponential alone is too large for a number. */
    private static double grown(double value, double growth) {
        double half = Math.exp(growth / 2);
        return value * half * half;
    }
}
