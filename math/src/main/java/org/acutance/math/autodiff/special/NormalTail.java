package org.acutance.math.autodiff.special;

import org.hipparchus.special.Erf;

/** The tails of the normal distribution, where plain formulas run out of digits. */
final class NormalTail {
    private static final double ROOT_2 = Math.sqrt(2);
    private static final double LOG_ROOT_2_PI = Math.log(2 * Math.PI) / 2;

    /** From here down the asymptotic series has terms below the rounding error. */
    private static final double FAR = -20;

    private static final int TERMS = 10;

    private NormalTail() {}

    /** The logarithm of the distribution function. */
    static double logCdf(double x) {
        if (x > FAR) {
            return x > 5 ? Math.log1p(-Erf.erfc(x / ROOT_2) / 2) : Math.log(Erf.erfc(-x / ROOT_2) / 2);
        }
        return -x * x / 2 - LOG_ROOT_2_PI + Math.log(series(x) / -x);
    }

    /** The derivative of {@link #logCdf}: density divided by distribution function. */
    static double hazard(double x) {
        return x > FAR ? Math.exp(-x * x / 2 - LOG_ROOT_2_PI - logCdf(x)) : -x / series(x);
    }

    /** {@code 1 - 1/x^2 + 1 3/x^4 - 1 3 5/x^6 + ...} (Abramowitz &amp; Stegun 26.2.12). */
    private static double series(double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k <= TERMS; k++) {
            term *= -(2 * k - 1) / (x * x);
            sum += term;
        }
        return sum;
    }

    /** The inverse of erfc, from Abramowitz &amp; Stegun 26.2.22 by Halley's steps. */
    static double erfcInverse(double p) {
        if (p > 0.5) {
            return p < 1.5 ? Erf.erfInv(1 - p) : -erfcInverse(2 - p);
        }
        if (!(p > 0)) {
            return p == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
        }
        double t = Math.sqrt(-2 * Math.log(p / 2));
        double x = (t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t))) / ROOT_2;
        for (int step = 0; step < 4; step++) {
            double error = Erf.erfc(x) - p;
            x += error / (2 / Math.sqrt(Math.PI) * Math.exp(-x * x) - x * error);
        }
        return x;
    }
}
