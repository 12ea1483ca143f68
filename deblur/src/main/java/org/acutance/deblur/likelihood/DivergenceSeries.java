package org.acutance.deblur.likelihood;

import org.acutance.math.array.Reduction;

/**
 * The I-divergence {@code m - y + y log(y / m)} of rows in single precision, where that formula would lose its digits in
 * differences. With {@code s = (y - m) / (y + m)} it is {@code (y + m) ((1 + s) artanh s - s)}, of which the series of artanh
 * leaves {@code (y + m) s^2 (1 + s (1 + s) Q(s^2))}. Q, economised up to 0.5625 (Lanczos 1938), leaves a relative error of
 * 7e-8. Where s is larger, the root of what is left up to that is not a number, and the formula is taken.
 */
final class DivergenceSeries {
    private static final float LARGEST = 0.5625f;

    private DivergenceSeries() {}

    /**
     * Divergences.
     *
     * @param observed y, not negative
     * @param predicted m, positive
     * @param values takes them
     * @return their sum
     */
    static double of(float[] observed, float[] predicted, float[] values, int count) {
        near(observed, predicted, values, count);
        double sum = Reduction.sum(values, count);
        if (!Double.isNaN(sum)) {
            return sum;
        }
        for (int i = 0; i < count; i++) {
            if (Float.isNaN(values[i])) {
                values[i] = (float) far(observed[i], predicted[i]);
            }
        }
        return Reduction.sum(values, count);
    }

    private static void near(float[] observed, float[] predicted, float[] values, int count) {
        for (int i = 0; i < count; i++) {
            float both = observed[i] + predicted[i];
            float s = (observed[i] - predicted[i]) / both;
            float z = s * s;
            float series = 1.0758657f;
            series = series * z - 1.5863581f;
            series = series * z + 1.2270497f;
            series = series * z - 0.36367375f;
            series = series * z + 0.18526296f;
            series = series * z + 0.100031495f;
            series = series * z + 0.14349873f;
            series = series * z + 0.19998585f;
            series = series * z + 0.33333337f;
            values[i] = both * z * (s * (1 + s) * series + 1) + 0 * (float) Math.sqrt(LARGEST - z);
        }
    }

    private static double far(double observed, double predicted) {
        return predicted - observed + (observed > 0 ? observed * Math.log(observed / predicted) : 0);
    }
}
