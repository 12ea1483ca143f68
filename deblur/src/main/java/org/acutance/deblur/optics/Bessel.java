package org.acutance.deblur.optics;

/** Bessel functions of the first kind of the orders 0, 1 and 2, to about 1e-15 of their largest value. */
public final class Bessel {
    private static final double FAR = 25;
    private static final int NODES = 16;
    private static final int TERMS = 60;
    private static final double[] SINES = new double[NODES];
    private static final double[] DOUBLE_COSINES = new double[NODES];

    static {
        for (int j = 0; j < NODES; j++) {
            double angle = (j + 0.5) * Math.PI / (2 * NODES);
            SINES[j] = Math.sin(angle);
            DOUBLE_COSINES[j] = Math.cos(2 * angle);
        }
    }

    private Bessel() {}

    /**
     * J_n(x).
     *
     * @param order 0, 1 or 2
     * @param x any finite number
     */
    public static double j(int order, double x) {
        double size = Math.abs(x);
        double value = size < FAR ? near(order, size) : far(order, size);
        return x < 0 && order == 1 ? -value : value;
    }

    /**
     * The mean over the angle in Bessel's integral (Abramowitz and Stegun, 9.1.21) by the midpoint rule with 64 nodes,
     * 16 by symmetry, whose error is J_62 and smaller.
     */
    private static double near(int order, double x) {
        double sum = 0;
        for (int j = 0; j < NODES; j++) {
            double phase = x * SINES[j];
            sum += switch (order) {
                case 0 -> Math.cos(phase);
                case 1 -> SINES[j] * Math.sin(phase);
                default -> DOUBLE_COSINES[j] * Math.cos(phase);
            };
        }
        return sum / NODES;
    }

    /** Hankel's expansion (Abramowitz and Stegun, 9.2.5), cut off at its smallest term. */
    private static double far(int order, double x) {
        double even = 1;
        double odd = 0;
        double term = 1;
        for (int k = 1; k <= TERMS; k++) {
            double next = term * (4.0 * order * order - (2.0 * k - 1) * (2 * k - 1)) / (8 * k * x);
            if (Math.abs(next) > Math.abs(term) || Math.abs(next) < 1e-18) {
                break;
            }
            term = next;
            double signed = k / 2 % 2 == 0 ? term : -term;
            even += k % 2 == 0 ? signed : 0;
            odd += k % 2 == 0 ? 0 : signed;
        }
        double phase = x - (order / 2.0 + 0.25) * Math.PI;
        return Math.sqrt(2 / (Math.PI * x)) * (even * Math.cos(phase) - odd * Math.sin(phase));
    }
}
