package org.acutance.math.autodiff.special;

import org.hipparchus.special.Erf;

/** The tails of the normal distribution, where plain formulas run out of digits. */
final class NormalTail {
    private static final double ROOT_2 = Math.sqrt(2);
    private static final double LOG_ROOT_2_PI = Math.log(2 * Math.PI) / 2;

    /** From here down the asymptotic series have terms below the rounding error. */
    private static final double FAR = -20;

    /** From here down the continued fraction has converged after its terms. */
    private static final double LOW = -3;

    private static final int FRACTION_TERMS = 150;
    private static final int TERMS = 10;

    /** {@code 1, -1, 1 3, -1 3 5, ...} of Mills's ratio {@code (1 - 1/x^2 + 1 3/x^4 - ...) / -x} (A&amp;S 26.2.12). */
    private static final double[] RATIO = new double[TERMS + 1];

    /** The coefficients of its inverse, {@code -x (1 + 1/x^2 - 2/x^4 + 10/x^6 - ...)}. */
    private static final double[] INVERSE = new double[TERMS + 1];

    static {
        RATIO[0] = 1;
        INVERSE[0] = 1;
        for (int k = 1; k <= TERMS; k++) {
            RATIO[k] = -(2 * k - 1) * RATIO[k - 1];
            for (int j = 1; j <= k; j++) {
                INVERSE[k] -= RATIO[j] * INVERSE[k - j];
            }
        }
    }

    private NormalTail() {}

    /** The logarithm of the distribution function. */
    static double logCdf(double x) {
        if (x > FAR) {
            return x > 0 ? Math.log1p(-Erf.erfc(x / ROOT_2) / 2) : Math.log(Erf.erfc(-x / ROOT_2) / 2);
        }
        double sum = 0;
        for (int k = TERMS; k >= 0; k--) {
            sum = sum / (x * x) + RATIO[k];
        }
        return -x * x / 2 - LOG_ROOT_2_PI + Math.log(sum / -x);
    }

    /**
     * Derivative number {@code order} of the hazard h, density divided by distribution function, which is itself the
     * derivative of {@link #logCdf}: from {@code h' = -h (x + h)}, and far below 0, where that cancels, from the series.
     */
    static double hazard(int order, double x) {
        if (x <= FAR && order > 0) {
            return farHazard(order, x);
        }
        double[] hazard = new double[order + 1];
        double[] excess = new double[order + 1];
        excess[0] = x <= LOW ? excess(x) : x + density(x);
        hazard[0] = x <= LOW ? excess[0] - x : density(x);
        for (int n = 0; n < order; n++) {
            double binomial = 1;
            for (int k = 0; k <= n; k++) {
                hazard[n + 1] -= binomial * hazard[k] * excess[n - k];
                binomial *= (n - k) / (k + 1.0);
            }
            excess[n + 1] = hazard[n + 1] + (n == 0 ? 1 : 0);
        }
        return hazard[order];
    }

    private static double density(double x) {
        return Math.exp(-x * x / 2 - LOG_ROOT_2_PI - logCdf(x));
    }

    /** {@code x + h}, the continued fraction {@code 1/(-x + 2/(-x + 3/(-x + ...)))} (A&amp;S 26.2.14). */
    private static double excess(double x) {
        double tail = -x;
        for (int k = FRACTION_TERMS; k > 1; k--) {
            tail = k / tail - x;
        }
        return 1 / tail;
    }

    private static double farHazard(int order, double x) {
        double sum = 0;
        for (int k = TERMS; k >= 0; k--) {
            double factor = -INVERSE[k];
            for (int n = 0; n < order; n++) {
                factor *= 1 - 2 * k - n;
            }
            sum = sum / (x * x) + factor;
        }
        return sum * Math.pow(x, 1 - order);
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
