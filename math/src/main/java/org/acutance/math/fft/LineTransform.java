package org.acutance.math.fft;

import org.jtransforms.fft.DoubleFFT_1D;
import org.jtransforms.utils.CommonUtils;

/**
 * One-dimensional transforms of one length, in double, on lines of interleaved real and imaginary parts. The only class
 * that knows who computes them. Safe for use by several threads.
 */
final class LineTransform {
    static {
        // The lines of an array are shared among threads here; threads within a line would only be in the way.
        CommonUtils.setThreadsBeginN_1D_FFT_2Threads(Long.MAX_VALUE);
        CommonUtils.setThreadsBeginN_1D_FFT_4Threads(Long.MAX_VALUE);
    }

    private final int length;
    private final DoubleFFT_1D transform;

    LineTransform(int length) {
        this.length = length;
        this.transform = new DoubleFFT_1D(length);
    }

    int length() {
        return length;
    }

    /** Transforms {@code length} complex numbers in place. */
    void forward(double[] line, int offset) {
        if (length > 1) {
            transform.complexForward(line, offset);
        }
    }

    /** The inverse of {@link #forward}, with the factor 1 / length. */
    void inverse(double[] line, int offset) {
        if (length > 1) {
            transform.complexInverse(line, offset, true);
        }
    }

    /**
     * Transforms {@code length} real numbers into {@code length / 2 + 1} complex ones.
     *
     * @param line the real numbers, lost
     * @param real takes the real parts from {@code at} on
     * @param imaginary takes the imaginary parts from {@code at} on
     */
    void realForward(double[] line, double[] real, double[] imaginary, int at) {
        if (length > 1) {
            transform.realForward(line);
        }
        int last = length / 2;
        for (int k = 1; 2 * k + 1 < length; k++) {
            real[at + k] = line[2 * k];
            imaginary[at + k] = line[2 * k + 1];
        }
        if (last > 0) {
            boolean even = length % 2 == 0;
            real[at + last] = even ? line[1] : line[length - 1];
            imaginary[at + last] = even ? 0 : line[1];
        }
        real[at] = line[0];
        imaginary[at] = 0;
    }

    /** The inverse of {@link #realForward}, with the factor 1 / length. */
    void realInverse(double[] real, double[] imaginary, int at, double[] line) {
        int last = length / 2;
        for (int k = 1; 2 * k + 1 < length; k++) {
            line[2 * k] = real[at + k];
            line[2 * k + 1] = imaginary[at + k];
        }
        line[0] = real[at];
        if (length > 1) {
            boolean even = length % 2 == 0;
            line[1] = even ? real[at + last] : imaginary[at + last];
            if (!even) {
                line[length - 1] = real[at + last];
            }
            transform.realInverse(line, true);
        }
    }
}
