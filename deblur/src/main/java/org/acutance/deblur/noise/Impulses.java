package org.acutance.deblur.noise;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;

/**
 * Samples that are far from the median of their neighbours, farther than noise goes and than a scene can make them that
 * was blurred by the given kernel: dead and hot pixels, cosmic rays, salt and pepper.
 */
final class Impulses {
    private static final double DEVIATIONS = 6;
    private static final double MEDIAN_TO_SIGMA = 1.482602218505602;
    /** A kernel this much sharper than its neighbourhood cannot be told from an impulse. */
    private static final double SHARPEST = 4;

    private static final double MARGIN = 2;
    private static final double RELEVANT = 1e-3;
    private static final int LEVELS = 32;
    private static final int FEWEST = 100;
    private static final int LOOKED_AT = 30_000;
    private static final int ROUNDS = 4;
    /** Where fewer of the samples than this are impulses, hardly any hides another. */
    private static final double FEW = 1e-3;

    private Impulses() {}

    /**
     * Which samples are impulses, row-major. Those that hide each other come to light one after the other.
     *
     * @param values the samples, all finite
     * @param psf what the scene was blurred by
     * @param step distance of neighbouring values of the samples, 0 if they are continuous
     */
    static boolean[] in(NdArray values, Psf psf, double step) {
        boolean[] found = new boolean[values.size()];
        double sharpness = sharpness(psf.kernel());
        double added = sharpness > SHARPEST ? 0 : 1;
        NdArray cleaned = values;
        for (int round = 0; round < ROUNDS && added > FEW; round++) {
            int before = count(found);
            mark(cleaned, MARGIN * sharpness, step, found);
            added = (double) (count(found) - before) / found.length;
            cleaned = added > FEW ? Gaps.filled(values, Optional.of(others(found, values))) : cleaned;
        }
        return found;
    }

    private static void mark(NdArray values, double sharpness, double step, boolean[] found) {
        Neighbourhood around = Neighbourhood.of(values);
        Noise noise = Noise.of(values, around.median(), step);
        for (int i = 0; i < found.length; i++) {
            double median = around.median().get(i);
            double deviation = noise.at(median);
            double contrast = Math.max(0, around.range().get(i) - 2 * deviation);
            found[i] |= Math.abs(values.get(i) - median) > DEVIATIONS * deviation + sharpness * contrast;
        }
    }

    private static int count(boolean[] found) {
        int count = 0;
        for (boolean each : found) {
            count += each ? 1 : 0;
        }
        return count;
    }

    private static NdArray others(boolean[] found, NdArray like) {
        double[] others = new double[found.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = found[i] ? 0 : 1;
        }
        return NdArray.of(others, like.shape(), like.precision());
    }

    /** How far the kernel rises over the median of its neighbourhood, in units of the contrast there, at most. */
    private static double sharpness(NdArray kernel) {
        int[] margin = new int[kernel.rank()];
        Arrays.fill(margin, 2);
        NdArray padded = kernel.pad(margin, margin, Boundary.ZERO);
        Neighbourhood around = Neighbourhood.of(padded);
        double relevant = RELEVANT * kernel.max();
        double sharpness = 0;
        for (int i = 0; i < padded.size(); i++) {
            double excess = Math.abs(padded.get(i) - around.median().get(i));
            if (excess > relevant) {
                sharpness = Math.max(sharpness, excess / around.range().get(i));
            }
        }
        return sharpness;
    }

    /**
     * The noise by the level of the surroundings: the median deviation among the samples of about that level.
     *
     * @param low the lowest level
     * @param scale levels per unit of the samples
     * @param deviations one for each level
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Noise(double low, double scale, double[] deviations) {
        static Noise of(NdArray values, NdArray median, double step) {
            double low = median.min();
            double high = median.max();
            Noise noise = new Noise(low, high > low ? LEVELS / (high - low) : 0, new double[LEVELS]);
            int stride = Math.max(1, values.size() / LOOKED_AT);
            int[] all = IntStream.range(0, (values.size() + stride - 1) / stride)
                    .map(k -> k * stride)
                    .toArray();
            for (int level = 0; level < LEVELS; level++) {
                int own = level;
                int[] alike = IntStream.of(all)
                        .filter(i -> noise.level(median.get(i)) == own)
                        .toArray();
                double[] sizes = IntStream.of(alike.length >= FEWEST ? alike : all)
                        .mapToDouble(i -> Math.abs(values.get(i) - median.get(i)))
                        .toArray();
                noise.deviations[level] = Math.max(step, deviation(sizes));
            }
            return noise;
        }

        private int level(double median) {
            return Math.min(LEVELS - 1, (int) ((median - low) * scale));
        }

        double at(double median) {
            return deviations[level(median)];
        }
    }

    private static double deviation(double[] sizes) {
        Arrays.sort(sizes);
        return MEDIAN_TO_SIGMA * sizes[sizes.length / 2];
    }
}
