package org.acutance.deblur.closed;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import org.acutance.math.array.NdArray;

/**
 * Finds the weight of Tikhonov's estimate from the observation. With s = weight |L|^2 / (|H|^2 + weight |L|^2), the
 * share of each frequency that the estimate leaves in the residual, the squared norm of the residual is the mean of
 * |s Y|^2 over the spectrum.
 *
 * @param frequencies the observation and its blur
 * @param smoothness |L|^2
 */
record WeightSearch(Frequencies frequencies, NdArray smoothness) {
    /** Decades of the weight, relative to the one that balances blur and smoothness at their largest. */
    private static final int LOWEST = -14;

    private static final int HIGHEST = 6;
    private static final int STEPS_PER_DECADE = 4;
    private static final int BISECTIONS = 60;
    private static final double INFLATION = 1.4;

    /**
     * The weight that predicts left-out pixels best: it minimises {@code sum |s Y|^2 / (n - 1.4 sum(1 - s))^2}
     * (Golub, Heath &amp; Wahba 1979, for blurred images Reeves &amp; Mersereau 1990; the factor, without which it now and then
     * takes far too small a weight, is Kim &amp; Gu's 2004).
     */
    double crossValidated() {
        double best = unit();
        double lowest = Double.POSITIVE_INFINITY;
        for (int i = LOWEST * STEPS_PER_DECADE; i <= HIGHEST * STEPS_PER_DECADE; i++) {
            double weight = unit() * Math.pow(10, (double) i / STEPS_PER_DECADE);
            double score = score(weight);
            if (score < lowest) {
                lowest = score;
                best = weight;
            }
        }
        double step = Math.pow(10, 1.0 / STEPS_PER_DECADE);
        return refined(this::score, best / step, best * step);
    }

    /** The weight at which the mean squared residual is the variance of the noise (Morozov 1966). */
    OptionalDouble discrepancy(double deviation) {
        double wanted = deviation * deviation * frequencies.size();
        double low = unit() * Math.pow(10, LOWEST);
        double high = unit() * Math.pow(10, HIGHEST);
        if (residual(high) < wanted) {
            return OptionalDouble.empty();
        }
        for (int i = 0; i < BISECTIONS; i++) {
            double middle = Math.sqrt(low * high);
            if (residual(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return OptionalDouble.of(high);
    }

    private double unit() {
        return smoothness.max() == 0 ? 1 : frequencies.power().max() / smoothness.max();
    }

    /** Squared norm of the residual. */
    private double residual(double weight) {
        NdArray left = left(weight);
        return frequencies.total(frequencies.observed().squaredMagnitude().times(left.times(left)))
                / frequencies.size();
    }

    private double score(double weight) {
        double size = frequencies.size();
        double degrees = size - INFLATION * (size - frequencies.total(left(weight)));
        return degrees <= 0 ? Double.POSITIVE_INFINITY : residual(weight) / (degrees * degrees);
    }

    private NdArray left(double weight) {
        return NdArray.elementwise(
                "residual",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        double penalty = weight * in[1][i];
                        out[i] = penalty == 0 ? 0 : penalty / (in[0][i] + penalty);
                    }
                },
                frequencies.power(),
                smoothness);
    }

    /** Golden section on the logarithm of the weight. */
    private static double refined(DoubleUnaryOperator score, double from, double to) {
        double ratio = (Math.sqrt(5) - 1) / 2;
        double low = Math.log(from);
        double high = Math.log(to);
        for (int i = 0; i < 30; i++) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (score.applyAsDouble(Math.exp(left)) < score.applyAsDouble(Math.exp(right))) {
                high = right;
            } else {
                low = left;
            }
        }
        return Math.exp((low + high) / 2);
    }
}
