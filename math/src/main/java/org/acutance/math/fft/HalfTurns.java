package org.acutance.math.fft;

import org.acutance.math.array.Shape;

/**
 * What makes cosine coefficients of a half-complex spectrum and back: turns by half an element. Along the last axis, of
 * which half is there, the coefficients of frequency k and of N - k are the real part and the negative imaginary part of a turned value.
 */
final class HalfTurns {
    private final int[] extents;
    private final double[][] cosines;
    private final double[][] sines;

    HalfTurns(Shape shape) {
        extents = shape.extents();
        cosines = new double[extents.length][];
        sines = new double[extents.length][];
        for (int axis = 0; axis < extents.length; axis++) {
            cosines[axis] = new double[extents[axis] / 2 + 1];
            sines[axis] = new double[extents[axis] / 2 + 1];
            for (int k = 0; k <= extents[axis] / 2; k++) {
                double angle = Math.PI * k / (2.0 * extents[axis]);
                cosines[axis][k] = Math.cos(angle);
                sines[axis][k] = Math.sin(angle);
            }
        }
    }

    /** The coefficients of a spectrum over those of an impulse in the corner; the parts of the spectrum are changed. */
    double[] eigenvalues(double[] real, double[] imaginary) {
        alongOthers(real, imaginary, false);
        int last = extents.length - 1;
        int half = extents[last] / 2 + 1;
        double[] values = new double[real.length / half * extents[last]];
        for (int row = 0; row < real.length / half; row++) {
            double impulse = impulse(row);
            for (int k = 0; k < half; k++) {
                int at = row * half + k;
                double c = cosines[last][k];
                double s = sines[last][k];
                int from = row * extents[last];
                values[from + (extents[last] - k) % extents[last]] = (real[at] * s - imaginary[at] * c) / (s * impulse);
                values[from + k] = (real[at] * c + imaginary[at] * s) / (c * impulse);
            }
        }
        return values;
    }

    /** The coefficient of an impulse in the corner along all axes but the last: a product of cosines. */
    private double impulse(int row) {
        double product = 1;
        int rest = row;
        for (int axis = extents.length - 2; axis >= 0; axis--) {
            int k = rest % extents[axis];
            rest /= extents[axis];
            product *= 2 * k <= extents[axis] ? cosines[axis][k] : sines[axis][extents[axis] - k];
        }
        return product;
    }

    /** Multiplies the coefficients; the parts of the spectrum are changed. */
    void multiply(double[] real, double[] imaginary, double... eigenvalues) {
        alongOthers(real, imaginary, false);
        multiplyRows(real, imaginary, eigenvalues);
        alongOthers(real, imaginary, true);
    }

    private void multiplyRows(double[] real, double[] imaginary, double... eigenvalues) {
        int last = extents.length - 1;
        int extent = extents[last];
        int half = extent / 2 + 1;
        for (int row = 0; row < real.length / half; row++) {
            for (int k = 0; k < half; k++) {
                int at = row * half + k;
                double c = cosines[last][k];
                double s = sines[last][k];
                double coefficient = (real[at] * c + imaginary[at] * s) * eigenvalues[row * extent + k];
                double mirrored =
                        (imaginary[at] * c - real[at] * s) * eigenvalues[row * extent + (extent - k) % extent];
                real[at] = coefficient * c - mirrored * s;
                imaginary[at] = mirrored * c + coefficient * s;
            }
        }
    }

    private void alongOthers(double[] real, double[] imaginary, boolean back) {
        for (int axis = 0; axis < extents.length - 1; axis++) {
            along(axis, real, imaginary, back);
        }
    }

    /** The coefficients along an axis whose spectrum is whole, or back, from all pairs of frequencies k and N - k. */
    private void along(int axis, double[] real, double[] imaginary, boolean back) {
        int inner = extents[extents.length - 1] / 2 + 1;
        for (int i = axis + 1; i < extents.length - 1; i++) {
            inner *= extents[i];
        }
        int block = extents[axis] * inner;
        for (int from = 0; from < real.length; from += block) {
            for (int k = 1; 2 * k <= extents[axis]; k++) {
                int low = from + k * inner;
                int high = from + (extents[axis] - k) * inner;
                if (back) {
                    unpair(real, imaginary, low, high, inner, cosines[axis][k], sines[axis][k]);
                } else {
                    pair(real, imaginary, low, high, inner, cosines[axis][k], sines[axis][k]);
                }
            }
        }
    }

    private static void pair(double[] re, double[] im, int low, int high, int count, double c, double s) {
        for (int i = 0; i < count; i++) {
            double real = (re[low + i] * c + im[low + i] * s) / 2;
            double imaginary = (im[low + i] * c - re[low + i] * s) / 2;
            double mirroredReal = (re[high + i] * c - im[high + i] * s) / 2;
            double mirroredImaginary = (im[high + i] * c + re[high + i] * s) / 2;
            re[low + i] = real + mirroredReal;
            im[low + i] = imaginary + mirroredImaginary;
            re[high + i] = mirroredImaginary - imaginary;
            im[high + i] = real - mirroredReal;
        }
    }

    private static void unpair(double[] re, double[] im, int low, int high, int count, double c, double s) {
        for (int i = 0; i < count; i++) {
            double real = re[low + i] + im[high + i];
            double imaginary = im[low + i] - re[high + i];
            double mirroredReal = re[low + i] - im[high + i];
            double mirroredImaginary = im[low + i] + re[high + i];
            re[low + i] = real * c - imaginary * s;
            im[low + i] = imaginary * c + real * s;
            re[high + i] = mirroredReal * c + mirroredImaginary * s;
            im[high + i] = mirroredImaginary * c - mirroredReal * s;
        }
    }
}
