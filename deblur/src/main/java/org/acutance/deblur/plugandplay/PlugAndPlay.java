package org.acutance.deblur.plugandplay;

import java.util.Optional;
import org.acutance.deblur.denoise.Bm3d;
import org.acutance.deblur.denoise.Denoiser;
import org.acutance.deblur.denoise.NoisePower;
import org.acutance.deblur.noise.NoiseLevel;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Bounds;
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
 * Egiazarian 2012, section V, take it for white). Then come refinements of one strength, in which the finer form of the
 * denoiser is used and the fit starts from a scene that is extrapolated along the last step, for what the blur has nearly
 * taken away comes back slowly. The result is a mean of the scenes before and after them.
 *
 * <p>There is no objective. The value of an iterate is the number of iterations left, and one, times the root mean square of
 * what denoising has taken away from the fit against the noise that it was told, at least 1; its gradient is what was taken.
 * So the value falls while all is well, and rises when the iteration diverges: the least marks the scene to keep. The
 * objective that is given to {@link #start} and {@link #step} is not asked.
 *
 * @param data the observation; its unknown is the scene on the canvas
 * @param denoiser the prior
 * @param iterations length of the sequence of strengths
 * @param strongest the first strength in standard deviations of the noise, at least 1
 * @param refinements number of iterations that follow
 * @param limits of the samples of every scene, {@link Bounds#NONE} for none. Fits are not limited: the noise that the
 *     denoiser is told would not be that of a fit that is cut off
 */
public record PlugAndPlay(
        BlurredPicture data, Denoiser denoiser, int iterations, double strongest, int refinements, Bounds limits)
        implements Optimizer<PlugAndPlay.Scene> {
    /** Iterations that share one preparation of the denoiser. */
    private static final int SHARED = 2;
    /** Refinements that share one. */
    private static final int SHARED_REFINEMENTS = 10;
    /** The first strength as a part of the contrast. */
    private static final double FIRST_STRENGTH = 0.5;
    /** The first strength in multiples of the noise at least. */
    private static final double LEAST_FIRST = 2;
    /**
     * How close the fit stays to the denoised scene, against the reciprocal of the squared strength. This, the two factors
     * around it and those of the refinements are the best on average over photographs, blurs and noise levels; none depends
     * on the problem.
     */
    private static final double CLOSENESS = 0.17;
    /** The part of the denoised scene's supposed error that denoising has to remove again. */
    private static final double DOUBT = 0.2;
    /** How many refinements are worth their time. */
    private static final int REFINEMENTS = 8;
    /** How many more whenever the contrast doubles, from this one on, in standard deviations of the noise. */
    private static final int REFINEMENTS_PER_DOUBLING = 4;

    private static final double LOW_CONTRAST = 12;
    /** The part of the refined scene in the result: the two forms of the denoiser err in different ways. */
    private static final double REFINED_SHARE = 0.6;
    /** The closeness of refinements. */
    private static final double CLOSENESS_REFINED = 1.0 / 16;
    /** The doubt of refinements. */
    private static final double DOUBT_REFINED = 0.15;
    /** By what part of the last step a refinement starts ahead. */
    private static final double MOMENTUM = 0.7;

    /** @throws IllegalArgumentException if there is no iteration, a strength below 1 or a negative number of refinements */
    public PlugAndPlay {
        if (iterations < 1 || !(strongest >= 1) || refinements < 0) {
            throw new IllegalArgumentException("plug-and-play: " + iterations + " iterations from strength " + strongest
                    + " and " + refinements + " refinements; they must be at least 1, 1 and 0");
        }
    }

    /** With block matching and three-dimensional filtering, and as many iterations as have been found to be enough. */
    public static PlugAndPlay bm3d(BlurredPicture data) {
        return new PlugAndPlay(data, Bm3d.iterated(), 12, strongest(data), refinements(data), Bounds.NONE);
    }

    /** The first strength for a start that is still blurred. */
    public static double strongest(BlurredPicture data) {
        return Math.max(LEAST_FIRST, FIRST_STRENGTH * data.contrast());
    }

    /** How many refinements an observation is worth: the less noise, the more they bring back. */
    public static int refinements(BlurredPicture data) {
        double doublings = Math.log(data.contrast() / LOW_CONTRAST) / Math.log(2);
        return REFINEMENTS + (int) Math.round(REFINEMENTS_PER_DOUBLING * Math.max(0, doublings));
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
     * @param iterate the scene, what denoising took away, and its value
     * @param coarse the last scene that was not refined
     * @param denoised the last scene
     * @param near where the next fit starts
     * @param denoiser prepared for scenes like this one
     * @param done number of iterations made
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Scene(
            Iterate iterate,
            NdArray coarse,
            NdArray denoised,
            NdArray near,
            Denoiser denoiser,
            int done,
            double stepLength,
            Optional<Reason> reason)
            implements State {}

    @Override
    public Scene start(Objective objective, NdArray x0) {
        x0.shape().require("plug-and-play", data.canvas());
        NdArray start = limits.project(x0.to(data.precision()));
        Iterate all = new Iterate(start, value(0, 1 + data.contrast()), start);
        return new Scene(all, start, start, start, denoiser, 0, 0, Optional.empty());
    }

    @Override
    public Scene step(Objective objective, Scene state) {
        boolean refining = state.done() >= iterations;
        double strength = strength(state.done());
        double closeness = refining ? CLOSENESS_REFINED : CLOSENESS / (strength * strength);
        NoisePower noise = data.noise(closeness, refining ? DOUBT_REFINED : DOUBT);
        NdArray before = state.denoised();
        NdArray fit = data.even(data.fit(state.near(), closeness));
        Denoiser prepared = prepared(state, fit);
        NdArray denoised = prepared.denoise(fit, noise);
        NdArray scene = limits.project(data.uneven(denoised));
        NdArray near = refining ? limits.project(data.uneven(ahead(denoised, data.even(before)))) : scene;
        NdArray taken = fit.minus(denoised);
        int done = state.done() + 1;
        double share = taken.norm() / Math.sqrt(taken.size() * noise.variance());
        NdArray coarse = refining ? state.coarse() : scene;
        NdArray mixed = coarse.plusScaled(refining ? REFINED_SHARE : 0, scene.minus(coarse));
        Iterate next = new Iterate(mixed, value(done, share), taken);
        return new Scene(
                next, coarse, scene, near, prepared, done, scene.minus(before).norm(), reason(next, done));
    }

    private static NdArray ahead(NdArray scene, NdArray before) {
        return scene.plusScaled(MOMENTUM, scene.minus(before));
    }

    private Denoiser prepared(Scene state, NdArray fit) {
        int refined = state.done() - iterations;
        if (refined < 0) {
            return state.done() % SHARED == 0 ? denoiser.preparedFor(fit) : state.denoiser();
        }
        return refined % SHARED_REFINEMENTS == 0
                ? denoiser.refining().preparedFor(data.even(state.denoised()))
                : state.denoiser();
    }

    /** @param share root mean square of what was taken, against the noise */
    private double value(int done, double share) {
        return (iterations + refinements - done + 1) * Math.max(1, share);
    }

    /** The noise that the denoiser is to remove where the blur leaves nothing, in standard deviations of the observation's. */
    private double strength(int done) {
        return Math.pow(strongest, iterations == 1 ? 0 : 1 - (double) done / (iterations - 1));
    }

    private Optional<Reason> reason(Iterate next, int done) {
        if (!next.isFinite()) {
            return Optional.of(Reason.NON_FINITE);
        }
        return done >= iterations + refinements ? Optional.of(Reason.SCHEDULE_COMPLETE) : Optional.empty();
    }
}
