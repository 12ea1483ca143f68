package org.acutance.math.special;

/**
 * Bessel functions of whole order: backward recurrence and its sums (Abramowitz &amp; Stegun 1964, sections 9.1 and 9.12)
 * near 0, Hankel's expansions (9.2.5 and 9.7.1) far from it.
 */
public final class Bessel {
    /** From here on Hankel's expansion of order 0 and 1 has terms below the rounding error. */
    private static final double FAR = 25;

    /** The same for modified functions; higher orders need larger arguments. */
    private static final double FAR_MODIFIED = 1e4;

    private static final double EULER = 0.5772156649015329;
    private static final double HUGE = 1e250;

    private Bessel() {}

    /** {@code J_n(x)}, of the first kind, for any whole order and any x. */
    public static double j(int order, double x) {
        if (order < 0 || x < 0) {
            boolean odd = order % 2 != 0;
            boolean flips = odd && (order < 0) != (x < 0);
            return flips ? -j(Math.abs(order), Math.abs(x)) : j(Math.abs(order), Math.abs(x));
        }
        if (x < FAR || order > x) {
            double[] all = downward(order, x);
            return order < all.length ? all[order] : 0;
        }
        return upward(order, x, hankel(0, x, 0), hankel(1, x, 0));
    }

    /** {@code Y_n(x)}, of the second kind, for any whole order; negative infinity at 0 and NaN below. */
    public static double y(int order, double x) {
        if (order < 0) {
            return order % 2 == 0 ? y(-order, x) : -y(-order, x);
        }
        if (!(x > 0)) {
            return x == 0 ? Double.NEGATIVE_INFINITY : Double.NaN;
        }
        double zeroth = x < FAR ? neumannZero(x) : hankel(0, x, -Math.PI / 2);
        double first = x < FAR ? neumannOne(x) : hankel(1, x, -Math.PI / 2);
        return upward(order, x, zeroth, first);
    }

    /** {@code e^-|x| I_n(x)}, the modified function of the first kind without its growth. */
    public static double scaledI(int order, double x) {
        int n = Math.abs(order);
        double size = Math.abs(x);
        if (Double.isInfinite(size)) {
            return 0;
        }
        double value =
                size > FAR_MODIFIED && size > (double) n * n ? modifiedHankel(n, size) : modifiedDownward(n, size);
        return x < 0 && n % 2 != 0 ? -value : value;
    }

    /** {@code I_n(x)}, the modified function of the first kind. */
    public static double i(int order, double x) {
        return scaledI(order, x) * Math.exp(Math.abs(x));
    }

    /** {@code f_(n+1) = 2 n / x f_n - f_(n-1)} from orders 0 and 1, stable below the order x, and above for Y. */
    private static double upward(int order, double x, double zeroth, double first) {
        double before = zeroth;
        double here = first;
        for (int n = 1; n < order; n++) {
            double next = 2 * n / x * here - before;
            before = here;
            here = next;
        }
        return order == 0 ? zeroth : here;
    }

    /** {@code sqrt(2 / (pi x)) cos} with Hankel's amplitude and phase; a phase of -pi/2 makes it the sine, Y. */
    private static double hankel(int order, double x, double phase) {
        double even = 1;
        double odd = 0;
        double term = 1;
        for (int k = 1; k < 60; k++) {
            double factor = (4.0 * order * order - (2 * k - 1.0) * (2 * k - 1.0)) / (8 * k * x);
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
        double shift = (order / 2.0 + 0.25) * Math.PI - phase;
        double cos = Math.cos(x) * Math.cos(shift) + Math.sin(x) * Math.sin(shift);
        double sin = Math.sin(x) * Math.cos(shift) - Math.cos(x) * Math.sin(shift);
        return Math.sqrt(2 / (Math.PI * x)) * (even * cos - odd * sin);
    }

    /** J of the orders 0, 1, ... by Miller's recurrence from an order where it is 0, scaled by J0 + 2 J2 + 2 J4 + ... = 1. */
    private static double[] downward(int order, double x) {
        int top = Math.max(order, (int) Math.ceil(x)) + 40 + (int) (2 * Math.sqrt(Math.max(order, x)) * 3);
        double[] j = new double[top + 2];
        if (x == 0) {
            j[0] = 1;
            return j;
        }
        j[top] = 1e-250;
        double sum = 0;
        for (int n = top; n > 0; n--) {
            j[n - 1] = 2 * n / x * j[n] - j[n + 1];
            if (Math.abs(j[n - 1]) > HUGE) {
                for (int k = n - 1; k <= top; k++) {
                    j[k] /= HUGE;
                }
                sum /= HUGE;
            }
            sum += (n - 1) % 2 == 0 ? (n == 1 ? 1 : 2) * j[n - 1] : 0;
        }
        for (int n = 0; n < j.length; n++) {
            j[n] /= sum;
        }
        return j;
    }

    /** Abramowitz &amp; Stegun 9.1.89. */
    private static double neumannZero(double x) {
        double[] j = downward(0, x);
        double sum = 0;
        for (int k = 1; 2 * k < j.length; k++) {
            sum += (k % 2 == 0 ? 1 : -1) * j[2 * k] / k;
        }
        return 2 / Math.PI * ((Math.log(x / 2) + EULER) * j[0] - 2 * sum);
    }

    /** Abramowitz &amp; Stegun 9.1.88 for n = 1. */
    private static double neumannOne(double x) {
        double[] j = downward(0, x);
        double sum = 0;
        for (int k = 1; 2 * k + 1 < j.length; k++) {
            sum += (k % 2 == 0 ? 1 : -1) * (2.0 * k + 1) / (k * (k + 1.0)) * j[2 * k + 1];
        }
        return 2 / Math.PI * ((Math.log(x / 2) + EULER - 1) * j[1] - 1 / x * j[0] - sum);
    }

    private static double modifiedHankel(int order, double x) {
        double sum = 1;
        double term = 1;
        for (int k = 1; k < 30; k++) {
            term *= -(4.0 * order * order - (2 * k - 1.0) * (2 * k - 1.0)) / (8 * k * x);
            sum += term;
        }
        return sum / Math.sqrt(2 * Math.PI * x);
    }

    /** Miller's recurrence, scaled by {@code I0 + 2 I1 + 2 I2 + ... = e^x}; all terms are positive. */
    private static double modifiedDownward(int order, double x) {
        if (x == 0) {
            return order == 0 ? 1 : 0;
        }
        int top = order + 40 + (int) (10 * Math.sqrt(x + order));
        double above = 0;
        double here = 1e-250;
        double sum = 0;
        double found = 0;
        for (int n = top; n > 0; n--) {
            double below = above + 2 * n / x * here;
            above = here;
            here = below;
            if (here > HUGE) {
                here /= HUGE;
                above /= HUGE;
                sum /= HUGE;
                found /= HUGE;
            }
            found = n - 1 == order ? here : found;
            sum += n == 1 ? here : 2 * here;
        }
        return found / sum;
    }
}
