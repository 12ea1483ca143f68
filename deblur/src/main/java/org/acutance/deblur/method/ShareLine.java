package org.acutance.deblur.method;

/**
 * The share of a second estimate as a straight line over the logarithm of the blur's response, fitted to sums over bands
 * of like response. Each band is worth what its share is known by: the noise, and how far shares may lie off the line.
 */
final class ShareLine {
    private static final int BANDS = 16;
    private static final double LEAST_RESPONSE = 1e-3;
    /** What is believed of the share before, with an error of 1; of the slope, that there is none. */
    private static final double SHARE = 0.5;

    private final double[] products = new double[BANDS];
    private final double[] powers = new double[BANDS];
    private final double[] levels = new double[BANDS];
    private final int[] counts = new int[BANDS];

    /** The line. */
    record Line(double offset, double slope) {
        /** The share, from 0 to 1, where the blur leaves so much of the power. */
        double share(double power) {
            return Math.min(Math.max(offset + slope * level(power), 0), 1);
        }
    }

    private static double level(double power) {
        return Math.log(Math.max(Math.sqrt(power), LEAST_RESPONSE));
    }

    /**
     * Adds a frequency.
     *
     * @param response squared absolute value of the blur's response, at most about 1
     * @param product of the estimates' difference and the first one's residual, less what the noise gives
     * @param power of the difference of the estimates as they would be observed
     */
    void add(double response, double product, double power) {
        double level = level(response);
        int band = (int) (BANDS * Math.max(0, Math.min(level / Math.log(LEAST_RESPONSE), 1 - 0.5 / BANDS)));
        products[band] += product;
        powers[band] += power;
        levels[band] += level * power;
        counts[band]++;
    }

    /**
     * The line with the least risk.
     *
     * @param noise power of the noise at each frequency
     */
    Line fit(double noise) {
        double weight = 1;
        double first = 0;
        double second = 1;
        double right = SHARE;
        double tilted = 0;
        for (int band = 0; band < BANDS; band++) {
            if (powers[band] > 0) {
                double level = levels[band] / powers[band];
                double worth = 1 / (noise + powers[band] / counts[band]);
                weight += worth * powers[band];
                first += worth * levels[band];
                second += worth * levels[band] * level;
                right += worth * products[band];
                tilted += worth * products[band] * level;
            }
        }
        double determinant = weight * second - first * first;
        return new Line(
                (right * second - tilted * first) / determinant, (tilted * weight - right * first) / determinant);
    }
}
