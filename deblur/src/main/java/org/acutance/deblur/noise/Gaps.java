package org.acutance.deblur.noise;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/** Samples that do not count, filled from those around them so that what looks at all samples may look at these. */
public final class Gaps {
    private Gaps() {}

    /**
     * The values with the mean of the nearest neighbours, in place of those that do not count. Where these are missing
     * too, the neighbourhood is made twice as wide, and so on; 0 if nothing counts.
     *
     * @param values the samples; those that do not count may be NaN or infinite
     * @param weights of the same shape and precision, 0 where a sample does not count; all count if empty
     */
    public static NdArray filled(NdArray values, Optional<NdArray> weights) {
        return weights.filter(given -> given.size() > 0 && given.min() <= 0)
                .map(given -> filled(values, given))
                .orElse(values);
    }

    private static NdArray filled(NdArray values, NdArray weights) {
        double[] known = values.toDoubles();
        double[] support = weights.toDoubles();
        int missing = 0;
        for (int i = 0; i < known.length; i++) {
            boolean counts = support[i] > 0;
            known[i] = counts ? known[i] : 0;
            support[i] = counts ? 1 : 0;
            missing += counts ? 0 : 1;
        }
        if (missing < known.length) {
            fill(known, support, values, missing);
        }
        return NdArray.of(known, values.shape(), values.precision());
    }

    private static void fill(double[] known, double[] support, NdArray like, int missing) {
        NdArray sums = NdArray.of(known, like.shape());
        NdArray counts = NdArray.of(support, like.shape());
        int left = missing;
        for (int radius = 1; left > 0; radius *= 2) {
            BoxMean mean = new BoxMean(radius);
            double[] smoothed = mean.of(sums).toDoubles();
            double[] supported = mean.of(counts).toDoubles();
            double oneSample = 0.5 / Math.pow(2 * radius + 1, like.rank());
            for (int i = 0; i < known.length; i++) {
                if (support[i] == 0 && supported[i] > oneSample) {
                    known[i] = smoothed[i] / supported[i];
                    support[i] = 1;
                    left--;
                }
            }
        }
    }
}
