package org.acutance.deblur.likelihood;

/**
 * Natural logarithms of rows, in a fraction of the time that {@link Math#log} takes: near 1 they are
 * {@code log x = 2 artanh s} with {@code s = (x - 1) / (x + 1)}, whose power series in the square of s, economised up to 0.36
 * (Lanczos 1938), a loop computes that becomes vector instructions. The error is below 4e-16 plus two units in the last
 * place.
 */
final class Logarithm {
    /** Where s is at most 0.6. */
    private static final double LARGEST = 4;

    private Logarithm() {}

    /**
     * Logarithms of numbers that are not negative. That of 0 counts as 0, for what is multiplied by 0.
     *
     * @param x numbers
     * @param logarithms takes the logarithms
     * @param count of how many numbers
     */
    static void of(double[] x, double[] logarithms, int count) {
        near(x, logarithms, count);
        for (int i = 0; i < count; i++) {
            if (!(x[i] >= 1 / LARGEST && x[i] <= LARGEST)) {
                logarithms[i] = x[i] == 0 ? 0 : Math.log(x[i]);
            }
        }
    }

    private static void near(double[] x, double[] logarithms, int count) {
        for (int i = 0; i < count; i++) {
            double s = (x[i] - 1) / (x[i] + 1);
            double z = s * s;
            double series = 1.7752416033969298;
            series = series * z - 3.5814406892626653;
            series = series * z + 3.8640622604164436;
            series = series * z - 2.3827441594285297;
            series = series * z + 1.1668396654725872;
            series = series * z - 0.2571529029258627;
            series = series * z + 0.17505552095441843;
            series = series * z + 0.09157186995579146;
            series = series * z + 0.11938205837033496;
            series = series * z + 0.133172585844288;
            series = series * z + 0.15385682083484234;
            series = series * z + 0.1818176915126841;
            series = series * z + 0.22222223704078964;
            series = series * z + 0.28571428544319016;
            series = series * z + 0.40000000000260544;
            series = series * z + 0.6666666666666567;
            logarithms[i] = s * (series * z + 2);
        }
    }
}
