package org.acutance.deblur.optics;

import org.acutance.math.special.Bessel;

/**
 * The rays that form the focus, as a quadrature: a field component of order m at the radius r and the stage position z is
 * the sum over the rays of weight_m J_m(k s r) exp(i k (path - z axial)), with s the ray's index times sine.
 */
final class Pupil {
    private final double wavenumber;
    private final double[] sine;
    private final double[] path;
    private final double[] axial;
    private final double[][] weights;

    private Pupil(Builder builder) {
        this.wavenumber = builder.wavenumber;
        this.sine = builder.sine;
        this.path = builder.path;
        this.axial = builder.axial;
        this.weights = builder.weights;
    }

    /** Takes one ray after the other. */
    static final class Builder {
        private final Lens lens;
        private final double wavenumber;
        private final double[] sine;
        private final double[] path;
        private final double[] axial;
        private final double[][] weights;
        private int count;

        Builder(Lens lens, double wavenumber, int rays, int orders) {
            this.lens = lens;
            this.wavenumber = wavenumber;
            this.sine = new double[rays];
            this.path = new double[rays];
            this.axial = new double[rays];
            this.weights = new double[orders][rays];
        }

        /** A ray with one weight for each order. */
        void ray(double at, double... weight) {
            sine[count] = at;
            path[count] = lens.model().path(lens, at);
            axial[count] = lens.model().axial(lens, at) - lens.model().axial(lens, 0);
            for (int order = 0; order < weights.length; order++) {
                weights[order][count] = weight[order];
            }
            count++;
        }

        Pupil build() {
            return new Pupil(this);
        }
    }

    /** Number of field components. */
    int orders() {
        return weights.length;
    }

    /** Weight times Bessel function of each ray at each of {@code count} radii, for one component. */
    double[][] radial(int order, double step, int count) {
        double[][] table = new double[count][sine.length];
        for (int i = 0; i < count; i++) {
            for (int q = 0; q < sine.length; q++) {
                table[i][q] = weights[order][q] * Bessel.j(order, wavenumber * sine[q] * i * step);
            }
        }
        return table;
    }

    /** Real and imaginary part of the phase factor of each ray at the stage position {@code z} in nm. */
    double[][] phases(double z) {
        double[][] factors = new double[2][sine.length];
        for (int q = 0; q < sine.length; q++) {
            double phase = wavenumber * (path[q] - z * axial[q]);
            factors[0][q] = Math.cos(phase);
            factors[1][q] = Math.sin(phase);
        }
        return factors;
    }

    /** Intensity on the axis at the stage position {@code z}. */
    double onAxis(double z) {
        double[][] factors = phases(z);
        return Math.pow(dot(weights[0], factors[0]), 2) + Math.pow(dot(weights[0], factors[1]), 2);
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int q = 0; q < a.length; q++) {
            sum += a[q] * b[q];
        }
        return sum;
    }
}
