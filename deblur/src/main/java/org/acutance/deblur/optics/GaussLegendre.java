package org.acutance.deblur.optics;

/** Nodes and weights of Gauss and Legendre's quadrature, exact for polynomials of degree 2 n - 1. */
public final class GaussLegendre {
    private static final int NEWTON_STEPS = 100;

    private final double[] nodes;
    private final double[] weights;

    /** The rule of {@code count} nodes, at least one, on the interval from {@code low} to {@code high}. */
    public GaussLegendre(int count, double low, double high) {
        this.nodes = new double[count];
        this.weights = new double[count];
        double half = (high - low) / 2;
        for (int i = 0; i < count; i++) {
            // Tricomi's approximation of the root, the largest first.
            double x = Math.cos(Math.PI * (i + 0.75) / (count + 0.5));
            double[] value = legendre(count, x);
            for (int step = 0; step < NEWTON_STEPS && Math.abs(value[0] / value[1]) > 1e-16; step++) {
                x -= value[0] / value[1];
                value = legendre(count, x);
            }
            nodes[count - 1 - i] = (low + high) / 2 + half * x;
            weights[count - 1 - i] = half * 2 / ((1 - x * x) * value[1] * value[1]);
        }
    }

    /** The polynomial of Legendre and its derivative. */
    private static double[] legendre(int degree, double x) {
        double last = 1;
        double value = x;
        for (int k = 2; k <= degree; k++) {
            double next = ((2 * k - 1) * x * value - (k - 1) * last) / k;
            last = value;
            value = next;
        }
        return new double[] {value, degree * (x * value - last) / (x * x - 1)};
    }

    /** Where to evaluate the integrand for the term of number {@code i}, ascending. */
    public double node(int i) {
        return nodes[i];
    }

    /** The weight of that value; the sum of all is the length of the interval. */
    public double weight(int i) {
        return weights[i];
    }
}
