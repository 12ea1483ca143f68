package org.acutance.deblur.denoise;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Block matching and three-dimensional filtering: blocks that look alike are stacked and shrunk together, first by a hard
 * threshold, then by an empirical Wiener filter that the first estimate guides (Dabov, Foi, Katkovnik, Egiazarian 2007,
 * "Image denoising by sparse 3-D transform-domain collaborative filtering"; coloured noise as Dabov, Foi, Egiazarian
 * 2008, "Image restoration by sparse 3D transform-domain collaborative filtering", with the exact variances of {@link
 * GroupVariances}). Blocks go into wavelets for the first stage, into cosines for the second. Single precision, except for the mean and the scale.
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

        BlockGroups groups(Pixels image) {
            return new BlockMatching(step, reach, most).groups(image);
        }
    }

    /** @throws IllegalArgumentException if the threshold is not positive */
    public Bm3d {
        if (!(threshold > 0)) {
            throw new IllegalArgumentException("bm3d: threshold " + threshold + " is not positive");
        }
    }

    /** The parameters of the paper's normal profile. */
    public static Bm3d normal() {
        return new Bm3d(2.7, new Matching(3, 19, 16), new Matching(3, 19, 32));
    }

    /**
     * For use in iterations that end far below the noise of the start: a shorter reach and small groups in both stages, so
     * that one matching serves both.
     */
    public static Bm3d iterated() {
        return new Bm3d(2.9, new Matching(3, 12, 8), new Matching(3, 12, 8));
    }

    /** Pictures only. */
    @Override
    public boolean takes(Shape shape) {
        return shape.rank() == 2;
    }

    /** Matches blocks in the guide once, by the first stage's rule, for both stages of all pictures to come. */
    @Override
    public Denoiser preparedFor(NdArray guide) {
        BlockGroups groups = first.groups(Pixels.of(guide, guide.sum() / guide.size(), 1));
        return (noisy, noise) -> {
            noisy.shape().require("denoise", guide.shape());
            return noise.variance() == 0 ? UnitNoise.checked(noisy, noise) : new Pass(noisy, noise).both(groups);
        };
    }

    /** Groups of low rank, larger than those of the first stage, for a low rank shows in many blocks only. */
    @Override
    public Denoiser refining() {
        return new LowRankGroups(new Matching(first.step(), first.reach(), 2 * first.most()));
    }

    @Override
    public NdArray denoise(NdArray noisy, NoisePower noise) {
        return noise.variance() == 0 ? UnitNoise.checked(noisy, noise) : new Pass(noisy, noise).both();
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
        return noise.variance() == 0 ? UnitNoise.checked(noisy, noise) : new Pass(noisy, noise).guided(pilot);
    }

    /** One picture on its way through the stages. */
    private final class Pass {
        private final UnitNoise picture;
        private final NoisePower noise;

        Pass(NdArray noisy, NoisePower noise) {
            this.picture = UnitNoise.of(noisy, noise);
            this.noise = noise;
        }

        NdArray both() {
            Pixels pilot = thresholded(first.groups(picture.pixels()));
            return wiener(second.groups(pilot), pilot);
        }

        NdArray both(BlockGroups groups) {
            return wiener(groups, thresholded(groups));
        }

        NdArray guided(NdArray estimate) {
            Pixels pilot = picture.scaled(estimate);
            return wiener(second.groups(pilot), pilot);
        }

        private Pixels thresholded(BlockGroups groups) {
            BlockCovariances covariances = covariances(BlockBasis.WAVELET);
            return new GroupFilter(groups, covariances, new HardThreshold(threshold)).apply(picture.pixels());
        }

        private NdArray wiener(BlockGroups groups, Pixels pilot) {
            BlockCovariances covariances = covariances(BlockBasis.COSINE);
            return picture.image(
                    new GroupFilter(groups, covariances, new EmpiricalWiener()).apply(picture.pixels(), pilot));
        }

        private BlockCovariances covariances(BlockBasis basis) {
            int range = 2 * Math.max(first.reach(), second.reach());
            return new BlockCovariances(basis, noise, picture.deviation(), range);
        }
    }
}
