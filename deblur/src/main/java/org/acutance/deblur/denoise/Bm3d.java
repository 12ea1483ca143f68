package org.acutance.deblur.denoise;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * Block matching and three-dimensional filtering: blocks that look alike are stacked and shrunk together, first by a hard
 * threshold, then by an empirical Wiener filter that the first estimate guides (Dabov, Foi, Katkovnik, Egiazarian 2007,
 * "Image denoising by sparse 3-D transform-domain collaborative filtering"; coloured noise as Dabov, Foi, Egiazarian
 * 2008, "Image restoration by sparse 3D transform-domain collaborative filtering", section 3: one variance for each
 * coefficient of a block). Single precision, except for the mean and the scale.
 *
 * @param threshold hard threshold in standard deviations of the noise
 * @param first how blocks are matched for the hard threshold
 * @param second how blocks are matched for the Wiener filter
 */
public record Bm3d(double threshold, Matching first, Matching second) implements Denoiser {
    /**
     * How blocks are matched.
     *
     * @param step distance of neighbouring reference blocks in pixels, 1 to 8
     * @param reach how far away a block may be along each axis, in pixels
     * @param most number of blocks in a group at most, a power of two
     */
    public record Matching(int step, int reach, int most) {
        /** @throws IllegalArgumentException if a number is out of its range */
        public Matching {
            if (step < 1 || step > BlockTransform.SIDE || reach < 0 || Integer.bitCount(most) != 1) {
                throw new IllegalArgumentException("matching: step " + step + ", reach " + reach + ", most " + most
                        + "; the step is 1 to 8, the reach at least 0, the most a power of two");
            }
        }
    }

    /** @throws IllegalArgumentException if the threshold is not positive */
    public Bm3d {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("bm3d: threshold " + threshold + " is not positive");
        }
    }

    /** The parameters of the paper's normal profile, but for blocks of 8 x 8 and cosines in both stages. */
    public static Bm3d normal() {
        return new Bm3d(2.7, new Matching(3, 19, 16), new Matching(3, 19, 32));
    }

    /**
     * For use in iterations that end far below the noise of the start: a shorter reach and the same small groups in both
     * stages, so that one matching serves both.
     */
    public static Bm3d iterated() {
        return new Bm3d(2.7, new Matching(3, 12, 16), new Matching(3, 12, 16));
    }

    /** Matches blocks in the guide once, by the first stage's rule, for both stages of all pictures to come. */
    @Override
    public Denoiser preparedFor(NdArray guide) {
        BlockGroups groups = groups(first, Pixels.of(guide, guide.sum() / guide.size(), 1));
        return (noisy, noise) -> {
            noisy.shape().require("denoise", guide.shape());
            return noise.variance() == 0 ? checked(noisy, noise) : new Pass(noisy, noise).both(groups);
        };
    }

    private static BlockGroups groups(Matching matching, Pixels image) {
        return new BlockMatching(matching.step(), matching.reach(), matching.most()).groups(image);
    }

    @Override
    public NdArray denoise(NdArray noisy, NoisePower noise) {
        return noise.variance() == 0 ? checked(noisy, noise) : new Pass(noisy, noise).both();
    }

    /**
     * The second stage alone, guided by an estimate that is better than the first stage would give.
     *
     * @param noisy shape (rows, columns)
     * @param pilot the estimate, of the same shape
     * @param noise power of the noise in {@code noisy}
     */
    public NdArray denoise(NdArray noisy, NdArray pilot, NoisePower noise) {
        pilot.shape().require("denoise: the pilot", noisy.shape());
        return noise.variance() == 0 ? checked(noisy, noise) : new Pass(noisy, noise).guided(pilot);
    }

    private static NdArray checked(NdArray noisy, NoisePower noise) {
        noisy.shape().require("denoise", noise.shape());
        if (!noisy.isFinite()) {
            throw new IllegalArgumentException(
                    "denoise: the picture has values that are not finite; give them finite values first");
        }
        return noisy;
    }

    /** One picture, its mean taken off and in units of its noise, so that neither offset nor scale costs digits. */
    private final class Pass {
        private final Shape shape;
        private final Precision precision;
        private final double mean;
        private final double deviation;
        private final float[] variances;
        private final Pixels pixels;

        Pass(NdArray noisy, NoisePower noise) {
            checked(noisy, noise);
            this.shape = noisy.shape();
            this.precision = noisy.precision();
            this.mean = noisy.sum() / noisy.size();
            this.deviation = Math.sqrt(noise.variance());
            this.variances = BlockVariances.of(noise, deviation);
            this.pixels = Pixels.of(noisy, mean, deviation);
        }

        NdArray both() {
            Pixels pilot = thresholded(groups(first, pixels));
            return wiener(groups(second, pilot), pilot);
        }

        NdArray both(BlockGroups groups) {
            return wiener(groups, thresholded(groups));
        }

        NdArray guided(NdArray estimate) {
            Pixels pilot = Pixels.of(estimate, mean, deviation);
            return wiener(groups(second, pilot), pilot);
        }

        private Pixels thresholded(BlockGroups groups) {
            return new GroupFilter(groups, new HardThreshold(variances, threshold)).apply(pixels);
        }

        private NdArray wiener(BlockGroups groups, Pixels pilot) {
            return image(new GroupFilter(groups, new EmpiricalWiener(variances)).apply(pixels, pilot));
        }

        private NdArray image(Pixels result) {
            return result.part(shape, precision, mean, deviation);
        }
    }
}
