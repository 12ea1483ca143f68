package org.acutance.math.array;

/** The loops of the arithmetic operations. */
public final class Kernels {
    /** {@code a + b}. */
    public static final Kernel PLUS = (in, out, count) -> {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < count; i++) {
            out[i] = a[i] + b[i];
        }
    };

    /** {@code a - b}. */
    public static final Kernel MINUS = (in, out, count) -> {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < count; i++) {
            out[i] = a[i] - b[i];
        }
    };

    /** {@code a * b}. */
    public static final Kernel TIMES = (in, out, count) -> {
        double[] a = in[0];
        double[] b = in[1];
        for (int i = 0; i < count; i++) {
            out[i] = a[i] * b[i];
        }
    };

    private Kernels() {}

    /** {@code factor * a + offset}. */
    public static Kernel affine(double factor, double offset) {
        return (in, out, count) -> {
            double[] a = in[0];
            for (int i = 0; i < count; i++) {
                out[i] = factor * a[i] + offset;
            }
        };
    }

    /** {@code a + factor * b}. */
    public static Kernel plusScaled(double factor) {
        return (in, out, count) -> {
            double[] a = in[0];
            double[] b = in[1];
            for (int i = 0; i < count; i++) {
                out[i] = a[i] + factor * b[i];
            }
        };
    }
}
