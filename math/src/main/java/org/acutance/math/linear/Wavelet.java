package org.acutance.math.linear;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Filters of undecimated wavelet frames, the low-pass filter first. The squared magnitudes of their responses add up to
 * 1 at every frequency, so that the frame is tight.
 */
public enum Wavelet {
    /** Haar's. */
    HAAR,
    /** Daubechies' with four vanishing moments and extremal phase (Daubechies 1992, table 6.1). */
    DB4,
    /** Daubechies' with four vanishing moments and nearly linear phase (Daubechies 1992, table 6.3). */
    SYM4,
    /** The framelets of the linear B-spline (Ron &amp; Shen 1997; Cai, Osher &amp; Shen 2009). */
    SPLINE;

    /** The filters. */
    public List<List<Double>> filters() {
        return switch (this) {
            case HAAR -> pair(Math.sqrt(0.5), Math.sqrt(0.5));
            case DB4 ->
                pair(
                        0.2303778133088964,
                        0.7148465705529156,
                        0.6308807679298589,
                        -0.027983769416859428,
                        -0.187034811719093,
                        0.030841381835560643,
                        0.032883011666885155,
                        -0.010597401785069014);
            case SYM4 ->
                pair(
                        -0.07576571478950217,
                        -0.029635527646002528,
                        0.4976186676327747,
                        0.8037387518051318,
                        0.29785779560530645,
                        -0.09921954357663325,
                        -0.012603967262031333,
                        0.03222310060405141);
            case SPLINE ->
                List.of(
                        List.of(0.25, 0.5, 0.25),
                        List.of(Math.sqrt(0.125), 0.0, -Math.sqrt(0.125)),
                        List.of(-0.25, 0.5, -0.25));
        };
    }

    /** The orthogonal low-pass filter and its quadrature mirror, both divided by sqrt(2). */
    private static List<List<Double>> pair(double... lowpass) {
        int length = lowpass.length;
        double[] mirror = new double[length];
        for (int k = 0; k < length; k++) {
            mirror[k] = (k % 2 == 0 ? 1 : -1) * lowpass[length - 1 - k];
        }
        return List.of(halved(lowpass), halved(mirror));
    }

    private static List<Double> halved(double... filter) {
        return DoubleStream.of(filter).map(tap -> tap * Math.sqrt(0.5)).boxed().toList();
    }
}
