package org.acutance.math.autodiff.special;

import org.hipparchus.special.Beta;
import org.hipparchus.special.Gamma;

/** The gamma function and its logarithm for all arguments; Hipparchus's overflow from 142 on and have no poles. */
final class GammaValues {
    /** Up to here Hipparchus's formula does not overflow. */
    private static final double DIRECT = 140;
    /** Beyond it the value is too large for a number. */
    private static final double LARGEST = 171.7;

    /** Below it the beta function is {@code (a + b) / (a b)}. */
    private static final double TINY = 1e-100;

    private static final double ROOT_PI = Math.sqrt(Math.PI);

    private GammaValues() {}

    /** By doubling (Abramowitz &amp; Stegun 6.1.18) and reflection (6.1.17); NaN at -1, -2, ... */
    static double gamma(double x) {
        if (x == 0 || x > LARGEST) {
            return x == 0 ? 1 / x : Double.POSITIVE_INFINITY;
        }
        if (x > DIRECT) {
            return Gamma.gamma(x / 2) / ROOT_PI * Math.pow(2, x - 1) * Gamma.gamma(x / 2 + 0.5);
        }
        return x < -DIRECT && x != Math.rint(x) ? Math.PI / sine(x) / gamma(1 - x) : Gamma.gamma(x);
    }

    /** The logarithm of the size of the gamma function, infinite at 0, -1, -2, ... */
    static double logGamma(double x) {
        if (Double.isInfinite(x)) {
            return Double.POSITIVE_INFINITY;
        }
        return x <= 0 ? Math.log(Math.PI / Math.abs(sine(x))) - logGamma(1 - x) : Gamma.logGamma(x);
    }

    /** The logarithm of the beta function; Hipparchus's has no value at 0 and at infinity, and overflows beside 0. */
    static double logBeta(double a, double b) {
        double less = Math.min(a, b);
        double more = Math.max(a, b);
        if (less >= 0 && less < TINY) {
            return Math.log1p(less / Math.max(more, Double.MIN_VALUE)) - Math.log(less);
        }
        return less > 0 && more == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : Beta.logBeta(a, b);
    }

    /** The regularised lower incomplete gamma function, whose continued fraction has no value at infinity. */
    static double lower(double a, double x) {
        return x == Double.POSITIVE_INFINITY ? 1 : Gamma.regularizedGammaP(a, x);
    }

    /** The regularised upper incomplete gamma function. */
    static double upper(double a, double x) {
        return x == Double.POSITIVE_INFINITY ? 0 : Gamma.regularizedGammaQ(a, x);
    }

    /** {@code sin(pi x)}, exactly 0 at whole numbers. */
    private static double sine(double x) {
        double whole = Math.rint(x);
        double size = Math.sin(Math.PI * (x - whole));
        return whole % 2 == 0 ? size : -size;
    }
}
