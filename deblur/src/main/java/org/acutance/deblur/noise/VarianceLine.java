package org.acutance.deblur.noise;

import java.util.Arrays;
import java.util.List;

/**
 * The variance of the noise as a straight line over the level, {@code variance = slope * level + intercept}, fitted with
 * weights by the precision of each variance and, against levels at which the scene is not quite gone, Huber's (Huber
 * 1964; Foi, Trimeche, Katkovnik &amp; Egiazarian 2008, IEEE Trans. Image Processing 17, give the model).
 *
 * @param slope in units of the samples
 * @param intercept in squared units of the samples
 * @param slopeError standard error of the slope
 * @param interceptError standard error of the intercept
 * @param low lowest level
 * @param high highest level
 */
record VarianceLine(double slope, double intercept, double slopeError, double interceptError, double low, double high) {
    private static final int ROUNDS = 25;
    private static final double HUBER = 1.345;
    private static final double SMALLEST_VARIANCE = 0.05;
    private static final int FEWEST_LEVELS = 3;

    /** The variance at a level, not below 0. */
    double at(double level) {
        return Math.max(0, slope * level + intercept);
    }

    /** The line through variances; a level line of infinite error if there are too few levels. */
    static VarianceLine through(List<VarianceByLevel> variances) {
        double mean = mean(variances);
        if (variances.size() < FEWEST_LEVELS || mean == 0) {
            return new VarianceLine(0, mean, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, 0, 0);
        }
        double[] robustness = new double[variances.size()];
        Arrays.fill(robustness, 1);
        VarianceLine line = new VarianceLine(0, mean, 0, 0, 0, 0);
        for (int round = 0; round < ROUNDS; round++) {
            double[] precisions = line.precisions(variances, SMALLEST_VARIANCE * mean);
            line = line.halfWayTo(fit(variances, precisions, robustness));
            robustness = line.robustness(variances, precisions);
        }
        return line;
    }

    /** Full steps could go back and forth between two lines, each giving the weights for the other. */
    private VarianceLine halfWayTo(VarianceLine other) {
        return new VarianceLine(
                (slope + other.slope) / 2,
                (intercept + other.intercept) / 2,
                other.slopeError,
                other.interceptError,
                other.low,
                other.high);
    }

    private static double mean(List<VarianceByLevel> variances) {
        double sum = 0;
        double count = 0;
        for (VarianceByLevel each : variances) {
            sum += each.count() * each.variance();
            count += each.count();
        }
        return count == 0 ? 0 : sum / count;
    }

    private double[] precisions(List<VarianceByLevel> variances, double least) {
        return variances.stream()
                .mapToDouble(each -> 1 / each.squaredError(Math.max(at(each.level()), least)))
                .toArray();
    }

    private double[] robustness(List<VarianceByLevel> variances, double[] precisions) {
        double[] sizes = new double[precisions.length];
        for (int i = 0; i < sizes.length; i++) {
            VarianceByLevel each = variances.get(i);
            double residual = each.variance() - slope * each.level() - intercept;
            sizes[i] = Math.abs(residual) * Math.sqrt(precisions[i]);
        }
        double[] sorted = sizes.clone();
        Arrays.sort(sorted);
        double limit = HUBER * Math.max(1, 1.4826 * sorted[sorted.length / 2]);
        return Arrays.stream(sizes)
                .map(size -> size <= limit ? 1 : limit / size)
                .toArray();
    }

    /** Weighted least squares; the errors grow with the scatter where that is larger than expected. */
    private static VarianceLine fit(List<VarianceByLevel> variances, double[] precisions, double[] robustness) {
        double weight = 0;
        double level = 0;
        double variance = 0;
        for (int i = 0; i < precisions.length; i++) {
            double w = precisions[i] * robustness[i];
            weight += w;
            level += w * variances.get(i).level();
            variance += w * variances.get(i).variance();
        }
        level /= weight;
        variance /= weight;
        double spread = 0;
        double product = 0;
        for (int i = 0; i < precisions.length; i++) {
            double w = precisions[i] * robustness[i];
            double distance = variances.get(i).level() - level;
            spread += w * distance * distance;
            product += w * distance * (variances.get(i).variance() - variance);
        }
        double slope = spread > 0 ? product / spread : 0;
        double intercept = variance - slope * level;
        double scatter = scatter(variances, precisions, robustness, slope, intercept);
        return new VarianceLine(
                slope,
                intercept,
                Math.sqrt(scatter / spread),
                Math.sqrt(scatter * (1 / weight + level * level / spread)),
                variances.get(0).level(),
                variances.get(variances.size() - 1).level());
    }

    private static double scatter(
            List<VarianceByLevel> variances, double[] precisions, double[] robustness, double slope, double intercept) {
        double sum = 0;
        for (int i = 0; i < precisions.length; i++) {
            VarianceByLevel each = variances.get(i);
            double residual = each.variance() - slope * each.level() - intercept;
            sum += precisions[i] * robustness[i] * residual * residual;
        }
        return Math.max(1, sum / (precisions.length - 2));
    }
}
