package org.acutance.deblur.plugandplay;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import org.acutance.deblur.denoise.NoisePower;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.noise.Anscombe;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.deblur.noise.Spread;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Filter;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * An observation {@code y = crop(h * x) + noise}: h * x is a circular convolution on a canvas, the frame is a part of it,
 * and the noise has the variance {@code sigma^2 / weight} at each pixel. On a canvas larger than the frame by the kernel
 * the scene beyond the frame is unknown (Almeida and Figueiredo 2013); on a canvas of the frame's size it is periodic.
 * Immutable.
 */
public final class BlurredPicture {
    /**
     * Preconditioned steps at most where the blur is a part of the circular one, whose curvature is never less: what is not
     * found by then hardly matters. Where the canvas is the frame and the weights are even, the first step is exact.
     */
    private static final int STEPS = 20;
    /**
     * The same at other borders, where the circular blur may cancel what the true one does not, so that the
     * preconditioner can be too large by one over the closeness: what is not found by then is large. Several blurs that lead
     * out of the frame took up to 290.
     */
    private static final int STEPS_AT_BORDERS = 1000;

    private static final double TOLERANCE = 1e-4;

    private final Formation formation;
    private final NdArray observed;
    private final NdArray weights;
    private final double sigma;
    private final Optional<Anscombe> photons;
    private final Fft fft;
    private final NdArray power;

    private BlurredPicture(
            Formation formation, NdArray observed, NdArray weights, double sigma, Optional<Anscombe> photons) {
        double mean = weights.sum() / Math.max(1, count(weights));
        PeriodicConvolution blur = formation.nearby();
        this.formation = formation;
        this.observed = observed;
        this.weights = weights.times(1 / mean);
        this.sigma = sigma / Math.sqrt(mean);
        this.photons = photons;
        this.fft = Fft.plan(blur.domain(), blur.kernel().precision());
        this.power = blur.response().squaredMagnitude();
    }

    private static long count(NdArray weights) {
        return Arrays.stream(weights.toDoubles()).filter(weight -> weight > 0).count();
    }

    /**
     * An observation of a periodic scene.
     *
     * @param observed shape (rows, columns)
     * @param kernel odd extents, its middle being the origin
     * @param sigma standard deviation of the noise
     */
    public static BlurredPicture periodic(NdArray observed, NdArray kernel, double sigma) {
        NdArray even = NdArray.full(observed.shape(), Precision.FLOAT64, 1);
        return of(formation("periodic", observed, kernel), observed, even, sigma);
    }

    /**
     * An observation whose scene goes on beyond the frame.
     *
     * @param observed shape (rows, columns); what has weight 0 may be any finite number
     * @param weights of the same shape: 0 for invalid pixels, otherwise {@code sigma^2} over the variance of the noise
     * @param kernel odd extents, its middle being the origin
     * @param sigma standard deviation of the noise at weight 1
     */
    public static BlurredPicture unknownBeyond(NdArray observed, NdArray weights, NdArray kernel, double sigma) {
        return of(formation("unknown", observed, kernel), observed, weights, sigma);
    }

    private static Formation formation(String boundary, NdArray observed, NdArray kernel) {
        if (observed.rank() != 2 || kernel.rank() != 2 || observed.size() == 0) {
            throw new IllegalArgumentException("blurred picture: got " + observed.shape() + " and kernel "
                    + kernel.shape() + "; both need rows and columns");
        }
        return Boundaries.CATALOGUE.create(boundary).formation(kernel, observed.shape());
    }

    /**
     * An observation, computed with in the precision of its blur.
     *
     * @param formation how it came about, with a circular blur; its gain and background are not used
     * @param observed of the shape of the frame, without background and gain; what has weight 0 may be any finite number
     * @param weights of the same shape: 0 for invalid pixels, otherwise {@code sigma^2} over the variance of the noise
     * @param sigma standard deviation of the noise at weight 1
     */
    public static BlurredPicture of(Formation formation, NdArray observed, NdArray weights, double sigma) {
        weights.shape().require("blurred picture: the weights", observed.shape());
        if (!observed.isFinite() || !weights.isFinite() || weights.min() < 0 || weights.max() == 0) {
            throw new IllegalArgumentException("blurred picture: pixels and weights must be finite, the weights not"
                    + " negative and one of them positive; give invalid pixels any value and weight 0");
        }
        if (!(sigma > 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException("blurred picture: sigma " + sigma
                    + " is not a positive number; give the standard deviation of the noise");
        }
        Precision precision = formation.nearby().kernel().precision();
        return new BlurredPicture(formation, observed.to(precision), weights.to(precision), sigma, Optional.empty());
    }

    /**
     * This observation with noise of photons: it is stronger where the scene is brighter, and is made even before it is
     * removed.
     *
     * @param noise in units of the picture
     */
    public BlurredPicture withPhotons(PhotonNoise noise) {
        return new BlurredPicture(formation, observed, weights, sigma, Optional.of(new Anscombe(noise)));
    }

    /** Shape of the canvas, which is that of the scene. */
    public Shape canvas() {
        return formation.canvas();
    }

    /** Precision of the scene. */
    Precision precision() {
        return fft.precision();
    }

    /** Standard deviation of the noise at a pixel of mean weight, invalid ones left out. */
    double sigma() {
        return sigma;
    }

    /** Standard deviation of the observed pixels that are valid, in standard deviations of the noise. */
    public double contrast() {
        return Spread.of(even(spread()));
    }

    /** A scene in units in which its noise has the variance 1 everywhere. */
    public NdArray even(NdArray scene) {
        return photons.map(noise -> each(scene, noise::forward)).orElseGet(() -> scene.times(1 / sigma));
    }

    /** The scene of which {@link #even} has made this. */
    public NdArray uneven(NdArray even) {
        return photons.map(noise -> each(even, noise::preimage)).orElseGet(() -> even.times(sigma));
    }

    /** The precision of a scene's pixels against that of a pixel of mean weight. */
    private NdArray importance(NdArray scene) {
        return photons.map(noise -> each(scene, value -> {
                    double slope = noise.slope(value) * sigma;
                    return slope * slope;
                }))
                .orElseGet(() -> NdArray.scalar(1));
    }

    private static NdArray each(NdArray array, DoubleUnaryOperator function) {
        return NdArray.elementwise(
                "noise",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = function.applyAsDouble(in[0][i]);
                    }
                },
                array);
    }

    /** The observation on the canvas, invalid pixels set to the mean, mirrored beyond the frame. */
    public NdArray spread() {
        double mean = observed.dot(weights) / weights.sum();
        NdArray filled = NdArray.elementwise(
                "fill",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[1][i] > 0 ? in[0][i] : mean;
                    }
                },
                observed,
                weights);
        return formation.extend(filled);
    }

    /** The part of a scene that lies in the frame. */
    public NdArray frame(NdArray scene) {
        return formation.crop(scene);
    }

    /**
     * The scene x with the least {@code ||y - crop(h * x)||^2 + closeness ||x - near||^2}, both norms weighted by how
     * precise the pixels are: by conjugate gradients, preconditioned by the exact solution for even weights on the whole
     * canvas.
     *
     * @param near shape of the canvas
     */
    public NdArray fit(NdArray near, double closeness) {
        Filter exact = fft.filter(preconditioner(closeness));
        NdArray importance = importance(near);
        NdArray root = each(importance, value -> 1 / Math.sqrt(value));
        UnaryOperator<NdArray> solve = each -> exact.apply(each.times(root)).times(root);
        NdArray x = near;
        NdArray residual = adjoint(observed.minus(formation.blur().apply(near)));
        double first = residual.norm();
        NdArray direction = solve.apply(residual);
        double slope = residual.dot(direction);
        int most = formation.circulant().isPresent() ? STEPS : STEPS_AT_BORDERS;
        for (int step = 0; step < most && residual.norm() > TOLERANCE * first; step++) {
            NdArray image =
                    adjoint(formation.blur().apply(direction)).plusScaled(closeness, direction.times(importance));
            double length = slope / direction.dot(image);
            x = x.plusScaled(length, direction);
            residual = residual.plusScaled(-length, image);
            NdArray preconditioned = solve.apply(residual);
            double next = residual.dot(preconditioned);
            direction = preconditioned.plusScaled(next / slope, direction);
            slope = next;
        }
        return x;
    }

    /** The adjoint of the weighted, cropped blur. */
    private NdArray adjoint(NdArray frame) {
        return formation.blur().adjoint(frame.times(weights));
    }

    private Spectrum preconditioner(double closeness) {
        NdArray reciprocal = eachPower(square -> 1 / (square + closeness)).to(fft.precision());
        return new Spectrum(formation.canvas(), reciprocal, NdArray.zeros(reciprocal.shape(), fft.precision()));
    }

    /**
     * The noise in {@link #fit} in even units, for a {@code near} whose white error has a part of the variance {@code 1 /
     * closeness} that would justify this closeness.
     *
     * @param doubt that part, 0 for an error that needs no removing, 1 for the posterior variance
     */
    public NoisePower noise(double closeness, double doubt) {
        return new NoisePower(formation.canvas(), eachPower(square -> {
            double sum = square + closeness;
            return (square + doubt * closeness) / (sum * sum);
        }));
    }

    private NdArray eachPower(DoubleUnaryOperator function) {
        return NdArray.of(Arrays.stream(power.toDoubles()).map(function).toArray(), power.shape());
    }
}
