package org.acutance.deblur.plugandplay;

import java.util.Optional;
import org.acutance.deblur.denoise.Bm3d;
import org.acutance.deblur.denoise.Denoiser;
import org.acutance.deblur.noise.NoiseLevel;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;

/**
 * Deblurring by half-quadratic splitting with a denoiser as the prior (Zhang et al. 2021, "Plug-and-play image restoration
 * with deep denoiser prior", Algorithm 1): a fit to the observation near the last denoised scene, then denoising of that
 * fit, with a strength that falls geometrically from the contrast of the scene to the noise of the observation. The noise
 * that the denoiser is told is coloured, as what the fit makes of the observation's noise is (Danielyan, Katkovnik,
 * Egiazarian 2012, section V, take it for white).
 *
 * <p>There is no objective. The value of an iterate is the root mean square of what denoising has taken away from the fit,
 * and its gradient that difference: both would vanish at a common fixed point, the value falls with the strength, and it
 * rises when the iteration diverges, so that the least value marks the scene to keep. The objective that is given to
 * {@link #start} and {@link #step} is not asked.
 *
 * @param data the observation; its unknown is the scene on the canvas
 * @param denoiser the prior
 * @param iterations length of the sequence of strengths
 */
public record PlugAndPlay(BlurredPicture data, Denoiser denoiser, int iterations)
        implements Optimizer<PlugAndPlay.Scene> {
    /** Iterations that share one preparation of the denoiser. */
    private static final int SHARED = 3;
    /** The first strength as a part of the contrast. */
    private static final double FIRST_STRENGTH = 0.5;
    /** The first strength in multiples of the noise at least. */
    private static final double LEAST_FIRST = 2;
    /**
     * How close the fit stays to the denoised scene, against {@code (sigma / strength)^2}. This and the two factors around
     * it are the best on average over photographs, blurs and noise levels; none depends on the problem.
     */
    private static final double CLOSENESS = 0.17;
    /** The part of the denoised scene's supposed error that denoising has to remove again. */
    private static final double DOUBT = 0.2;

    /** @throws IllegalArgumentException if there is no iteration */
    public PlugAndPlay {
        if (iterations < 1) {
            throw new IllegalArgumentException(
                    "plug-and-play: " + iterations + " iterations; there must be at least 1");
        }
    }

    /** With block matching and three-dimensional filtering, and as many iterations as have been found to be enough. */
    public static PlugAndPlay bm3d(BlurredPicture data) {
        return new PlugAndPlay(data, Bm3d.iterated(), 12);
    }

    /**
     * The scene of a periodic observation, with nothing to be set: the noise is estimated.
     *
     * @param observed shape (rows, columns), any units
     * @param kernel odd extents, its middle being the origin
     */
    public static PlugAndPlay automatic(NdArray observed, NdArray kernel) {
        return bm3d(BlurredPicture.periodic(observed, kernel, NoiseLevel.estimate(observed, kernel)));
    }

    /**
     * The state of the iteration.
     *
     * @param iterate the denoised scene, what denoising took away, and the root mean square of that
     * @param denoiser prepared for scenes like this one
     * @param done number of iterations made
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Scene(Iterate iterate, Denoiser denoiser, int done, double stepLength, Optional<Reason> reason)
            implements State {}

    @Override
    public Scene start(Objective objective, NdArray x0) {
        x0.shape().require("plug-and-play", data.canvas());
        NdArray start = x0.to(Precision.FLOAT64);
        Iterate all = new Iterate(start, data.contrast() + 1, start);
        return new Scene(all, denoiser, 0, 0, Optional.empty());
    }

    @Override
    public Scene step(Objective objective, Scene state) {
        double strength = strength(state.done());
        double closeness = CLOSENESS / (strength * strength);
        NdArray before = state.iterate().x();
        NdArray fit = data.fit(before, closeness);
        Denoiser prepared = state.done() % SHARED == 0 ? denoiser.preparedFor(data.even(fit)) : state.denoiser();
        NdArray even = data.even(fit);
        NdArray denoised = prepared.denoise(even, data.noise(closeness, DOUBT));
        NdArray scene = data.uneven(denoised);
        NdArray taken = even.minus(denoised);
        Iterate next = new Iterate(scene, taken.norm() / Math.sqrt(taken.size()), taken);
        int done = state.done() + 1;
        return new Scene(next, prepared, done, scene.minus(before).norm(), reason(next, done));
    }

    /** The noise that the denoiser is to remove where the blur leaves nothing, in standard deviations of the observation's. */
    private double strength(int done) {
        double first = Math.max(LEAST_FIRST, FIRST_STRENGTH * data.contrast());
        return Math.pow(first, iterations == 1 ? 0 : 1 - (double) done / (iterations - 1));
    }

    private Optional<Reason> reason(Iterate next, int done) {
        if (!next.isFinite()) {
            return Optional.of(Reason.NON_FINITE);
        }
        return done >= iterations ? Optional.of(Reason.SCHEDULE_COMPLETE) : Optional.empty();
    }
}
