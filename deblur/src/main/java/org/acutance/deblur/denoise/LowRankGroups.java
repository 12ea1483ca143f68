package org.acutance.deblur.denoise;

import org.acutance.deblur.noise.Spread;
import org.acutance.math.array.NdArray;

/**
 * Blocks that look alike are stacked, and each stack is brought nearer to a low rank (Dong, Shi, Li 2013, "Nonlocal image
 * restoration with bilateral variance estimation: a low-rank approach"; which singular values remain, and how much of
 * them, as Gavish and Donoho 2017). The transform across the blocks is the stack's own, so that this does better than
 * {@link Bm3d} where the noise is low, but a stack takes longer.
 *
 * @param matching how blocks are matched
 */
public record LowRankGroups(Bm3d.Matching matching) implements Denoiser {
    /**
     * The contrast of a picture below which the noise is also taken off the patterns that blocks share, in standard deviations of
     * the noise. Above it some detail would go with it, which refinements bring back slowly.
     */
    private static final double LOW_CONTRAST = 10;

    /** Matches blocks in the guide once. */
    @Override
    public Denoiser preparedFor(NdArray guide) {
        BlockGroups groups = matching.groups(Pixels.of(guide, guide.sum() / guide.size(), 1));
        return (noisy, noise) -> {
            noisy.shape().require("denoise", guide.shape());
            return noise.variance() == 0
                    ? UnitNoise.checked(noisy, noise)
                    : filtered(noisy, UnitNoise.of(noisy, noise), noise, groups);
        };
    }

    @Override
    public NdArray denoise(NdArray noisy, NoisePower noise) {
        if (noise.variance() == 0) {
            return UnitNoise.checked(noisy, noise);
        }
        UnitNoise picture = UnitNoise.of(noisy, noise);
        return filtered(noisy, picture, noise, matching.groups(picture.pixels()));
    }

    private NdArray filtered(NdArray noisy, UnitNoise picture, NoisePower noise, BlockGroups groups) {
        BlockCovariances covariances =
                new BlockCovariances(BlockBasis.COSINE, noise, picture.deviation(), 2 * matching.reach());
        LowRank shrinkage = new LowRank(Spread.of(noisy) < LOW_CONTRAST * picture.deviation());
        return picture.image(new GroupFilter(groups, covariances, shrinkage).apply(picture.pixels()));
    }
}
