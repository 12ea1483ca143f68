package org.acutance.math.linear;

import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Filters of undecimated wavelet frames, the low-pass filter first. The squared magnitudes of their responses add up to
 * 1 at every frequency, so that the frame is tight.
 */
public enum Wavelet {
    /** Haar's. */
    HAAR(pair(Math.sqrt(0.5), Math.sqrt(0.5))),
    /** Daubechies' with four vanishing moments and extremal phase (Daubechies 1992, table 6.1). */
    DB4(pair(
            0.2303778133088964,
            0.7148465705529156,
            0.6308807679298589,
            -0.027983769416859,
            -0.18703481171909297,
            0.0308413818355607,
            0.032883011666885176,
            -0.010597401785069023)),
    /** Daubechies' with four vanishing moments and nearly linear phase (Daubechies 1992, table 6.3). */
    SYM4(pair(
            -0.07576571478950222,
            -0.029635527646002583,
            0.4976186676327748,
            0.8037387518051321,
            0.2978577956053063,
            -0.09921954357663337,
            -0.012603967262031333,
            0.032223100604051445)),
    /** The framelets of the linear B-spline (Ron &amp; Shen 1997; Cai, Osher &amp; Shen 2009). */
    SPLINE(List.of(
            List.of(0.25, 0.5, 0.25), List.of(Math.sqrt(0.125), 0.0, -Math.sqrt(0.125)), List.of(-0.25, 0.5, -0.25)));

    private final List<List<Double>> filters;

    Wavelet(List<List<Double>> filters) {
        this.filters = filters;
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

    /** The filters. */
    public List<List<Double>> filters() {
        return filters;
    }
}
