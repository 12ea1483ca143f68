package org.acutance.deblur.noise;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;

/**
 * The variance of the noise where the image has a certain level. Variance and level of a place are means over the same
 * box, so that a linear law between them holds for the means too, whatever the image shows there.
 *
 * @param level in units of the samples
 * @param variance in squared units of the samples
 * @param count number of independent values that the variance is made of
 */
record VarianceByLevel(double level, double variance, double count) {
    private static final int BINS = 128;
    private static final int FEWEST = 64;
    private static final int RADIUS = 3;
    private static final int RADIUS_IN_VOLUMES = 2;
    private static final double LEAST_ENERGY = 0.1;
    private static final double LIMIT = 6;
    private static final double MEDIAN_TO_SIGMA = 1.482602218505602;

    /** The squared error that a variance found of so many values has on average if it is expected to be the given one. */
    double squaredError(double expected) {
        return 2 * expected * expected / count;
    }

    /**
     * The variances at levels of equal distance, lowest first, those with too few samples joined.
     *
     * @param noise the noise alone
     * @param values the samples that it is the noise of
     * @param usable 1 where a sample may be looked at, else 0
     */
    static List<VarianceByLevel> of(NoisePart noise, NdArray values, NdArray usable) {
        BoxMean box = new BoxMean(values.rank() > 2 ? RADIUS_IN_VOLUMES : RADIUS);
        double[] levels = box.of(values).toDoubles();
        double[] variances = box.of(noise.residual().times(noise.residual())).toDoubles();
        double[] energy = box.of(noise.energy()).toDoubles();
        double[] known = box.of(usable).toDoubles();
        int[] places = IntStream.range(0, levels.length)
                .filter(i -> known[i] > 1 - 0.5 / levels.length && energy[i] > LEAST_ENERGY * noise.share())
                .toArray();
        for (int i : places) {
            variances[i] /= energy[i];
        }
        return joined(byLevel(places, levels), levels, variances, noise.share());
    }

    /** The places by level, in steps of equal size. */
    private static int[][] byLevel(int[] places, double[] levels) {
        double low = Arrays.stream(places).mapToDouble(i -> levels[i]).min().orElse(0);
        double high = Arrays.stream(places).mapToDouble(i -> levels[i]).max().orElse(0);
        double scale = high > low ? BINS / (high - low) : 0;
        int[] bins = Arrays.stream(places)
                .map(i -> Math.min(BINS - 1, (int) ((levels[i] - low) * scale)))
                .toArray();
        int[] counts = new int[BINS];
        for (int bin : bins) {
            counts[bin]++;
        }
        int[][] grouped = new int[BINS][];
        for (int bin = 0; bin < BINS; bin++) {
            grouped[bin] = new int[counts[bin]];
        }
        for (int k = 0; k < bins.length; k++) {
            grouped[bins[k]][--counts[bins[k]]] = places[k];
        }
        return grouped;
    }

    private static List<VarianceByLevel> joined(int[][] bins, double[] levels, double[] variances, double share) {
        List<VarianceByLevel> found = new ArrayList<>();
        int[] places = {};
        for (int[] bin : bins) {
            places = IntStream.concat(Arrays.stream(places), Arrays.stream(bin)).toArray();
            if (places.length * share >= FEWEST) {
                double level = Arrays.stream(places).mapToDouble(i -> levels[i]).sum() / places.length;
                double variance = robustMean(
                        Arrays.stream(places).mapToDouble(i -> variances[i]).toArray());
                found.add(new VarianceByLevel(level, variance, share * places.length));
                places = new int[0];
            }
        }
        return found;
    }

    /** The mean of what is not far above the median: there the scene shows through. */
    private static double robustMean(double[] values) {
        double median = median(values);
        double deviation = median(
                Arrays.stream(values).map(value -> Math.abs(value - median)).toArray());
        double limit = median + LIMIT * MEDIAN_TO_SIGMA * deviation;
        return Arrays.stream(values).filter(value -> value <= limit).average().orElse(median);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
