package org.acutance.deblur.noise;

import java.util.Arrays;
import java.util.Optional;
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
        double[] noise = noise(around, step);
        for (int i = 0; i < found.length; i++) {
            double contrast = Math.max(0, around.range()[i] - 2 * noise[i]);
            found[i] |= Math.abs(around.excess()[i]) > DEVIATIONS * noise[i] + sharpness * contrast;
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
        return NdArray.of(others, like.shape());
    }

    /** How far the kernel rises over the median of its neighbourhood, in units of the contrast there, at most. */
    private static double sharpness(NdArray kernel) {
        int[] margin = new int[kernel.rank()];
        Arrays.fill(margin, 2);
        Neighbourhood around = Neighbourhood.of(kernel.pad(margin, margin, Boundary.ZERO));
        double relevant = RELEVANT * kernel.max();
        double sharpness = 0;
        for (int i = 0; i < around.excess().length; i++) {
            double excess = Math.abs(around.excess()[i]);
            if (excess > relevant) {
                sharpness = Math.max(sharpness, excess / around.range()[i]);
            }
        }
        return sharpness;
    }

    /** The noise at each sample: the median deviation among the samples of about its level. */
    private static double[] noise(Neighbourhood around, double step) {
        double low = Arrays.stream(around.median()).min().orElse(0);
        double high = Arrays.stream(around.median()).max().orElse(0);
        double scale = high > low ? LEVELS / (high - low) : 0;
        int stride = Math.max(1, around.median().length / LOOKED_AT);
        double[] all = new double[(around.median().length + stride - 1) / stride];
        double[][] sizes = new double[LEVELS][all.length];
        int[] counts = new int[LEVELS];
        for (int k = 0; k < all.length; k++) {
            int level = level(around.median()[k * stride], low, scale);
            all[k] = Math.abs(around.excess()[k * stride]);
            sizes[level][counts[level]++] = all[k];
        }
        double[] byLevel = new double[LEVELS];
        for (int level = 0; level < LEVELS; level++) {
            boolean enough = counts[level] >= FEWEST;
            double deviation = deviation(enough ? Arrays.copyOf(sizes[level], counts[level]) : all);
            byLevel[level] = Math.max(step, deviation);
        }
        return Arrays.stream(around.median())
                .map(median -> byLevel[level(median, low, scale)])
                .toArray();
    }

    private static int level(double median, double low, double scale) {
        return Math.min(LEVELS - 1, (int) ((median - low) * scale));
    }

    private static double deviation(double[] sizes) {
        Arrays.sort(sizes);
        return MEDIAN_TO_SIGMA * sizes[sizes.length / 2];
    }
}
