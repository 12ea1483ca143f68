package org.acutance.deblur.noise;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * What an image tells about its noise. The blur is known and empties part of the spectrum of the scene; what is found
 * there is noise. Its local energy over the local mean gives the line {@code variance = gain * mean + constant} of
 * photons and electronics; the line's slope is believed if it stands out from its error and matters.
 *
 * @param sigma standard deviation of the noise, averaged over the image, in units of the samples; at least a thousandth of
 *     their own deviation, and never 0
 * @param mean mean of the samples where sigma is from: those near the border count less
 * @param photons the noise as that of photons, if its variance grows with the level
 * @param usable 1 for samples to be trusted, 0 for those that did not count, impulses and saturated ones, of the shape
 *     and precision of the image
 * @param impulses share of the samples that are impulses
 * @param saturated share of the samples that are saturated
 * @param slope how much the variance grows with the level, in units of the samples; 0 if there is too little to tell
 * @param significance the slope of the variance over the level in standard errors
 */
public record NoiseReport(
        double sigma,
        double mean,
        Optional<PhotonNoise> photons,
        NdArray usable,
        double impulses,
        double saturated,
        double slope,
        double significance) {
    private static final double SIGNIFICANT = 4;
    /** How much the variance must rise over the levels of the image, against its mean, to be worth a model. */
    private static final double RELEVANT_RISE = 0.25;

    /** Standard errors above which the slope hardly is. */
    private static final double UNLIKELY = 2;
    /** What one photon adds at least, of what it would if all noise were due to photons. */
    private static final double LEAST_GAIN = 0.01;

    private static final double MANY_IMPULSES = 0.002;
    /** Of the spread of the samples: no blur is known better than that, and what is not known of it is like noise. */
    private static final double LEAST_SHARE = 1e-3;

    /** Of the boxes by whose means the darkest level is found. */
    private static final int DARKEST_RADIUS = 2;

    /** Kinds of noise that ask for different data terms. */
    public enum Kind {
        /** The same variance everywhere: {@code gaussian}. */
        CONSTANT,
        /** A variance that grows with the level: {@code poisson}. */
        PHOTONS,
        /** Many samples far off: {@code huber}. */
        IMPULSES
    }

    /**
     * Looks at an image.
     *
     * @param values the samples, any rank of at least one; those of weight 0 may be NaN or infinite
     * @param weights of the same shape and precision, 0 where a sample does not count; all count if empty
     * @param psf what the scene was blurred by, of the same rank
     */
    public static NoiseReport of(NdArray values, Optional<NdArray> weights, Psf psf) {
        NdArray given = Gaps.filled(values, weights).to(Precision.FLOAT64);
        boolean[] impulses = Impulses.in(given, psf, RoundingBands.step(given));
        boolean[] saturated = Saturation.in(given);
        NdArray usable = usable(given, weights, impulses, saturated);
        NdArray filled =
                Gaps.filled(given, Optional.of(usable(given, weights, impulses, new boolean[impulses.length])));
        NoisePart noise = NoisePart.of(filled, psf);
        VarianceLine line = VarianceLine.through(VarianceByLevel.of(noise, filled, usable));
        return new NoiseReport(
                Math.max(NoiseLevel.estimate(filled, usable, psf.kernel()), least(filled)),
                noise.energy().dot(filled) / noise.energy().sum(),
                photons(line, filled),
                usable.to(values.precision()),
                share(impulses),
                share(saturated),
                line.slope(),
                line.slope() / line.slopeError());
    }

    /**
     * These findings for another part of the image: of it only the samples to be trusted are found.
     *
     * @param values the samples, of the rank of those that this is from; those of weight 0 may be NaN or infinite
     * @param weights of the same shape and precision, 0 where a sample does not count; all count if empty
     * @param psf what the scene was blurred by
     */
    public NoiseReport on(NdArray values, Optional<NdArray> weights, Psf psf) {
        NdArray given = Gaps.filled(values, weights);
        boolean[] struck = Impulses.in(given, psf, RoundingBands.step(given));
        boolean[] full = Saturation.in(given);
        return new NoiseReport(
                sigma, mean, photons, usable(given, weights, struck, full), impulses, saturated, slope, significance);
    }

    /** Where all are, which is the rule, that takes no memory. */
    private static NdArray usable(NdArray values, Optional<NdArray> weights, boolean[] impulses, boolean[] saturated) {
        if (weights.isEmpty() && share(impulses) + share(saturated) == 0) {
            return NdArray.full(values.shape(), values.precision(), 1);
        }
        double[] usable = new double[values.size()];
        for (int i = 0; i < usable.length; i++) {
            boolean counts = weights.isEmpty() || weights.get().get(i) > 0;
            usable[i] = counts && !impulses[i] && !saturated[i] ? 1 : 0;
        }
        return NdArray.of(usable, values.shape(), values.precision());
    }

    private static double share(boolean[] found) {
        int count = 0;
        for (boolean each : found) {
            count += each ? 1 : 0;
        }
        return (double) count / found.length;
    }

    /**
     * The standard deviation of the noise that is assumed at least, of images without any too; where all samples are alike,
     * the rounding of single precision.
     *
     * @param values all of them finite
     */
    public static double least(NdArray values) {
        double largest = values.maxAbs();
        return Math.max(LEAST_SHARE * Spread.of(values), RoundingBands.SINGLE_ROUNDING * (largest > 0 ? largest : 1));
    }

    private static Optional<PhotonNoise> photons(VarianceLine line, NdArray values) {
        double mean = values.sum() / Math.max(1, values.size());
        double rise = line.slope() * (line.high() - line.low());
        boolean believed = line.slope() > SIGNIFICANT * line.slopeError() && rise > RELEVANT_RISE * line.at(mean);
        return believed
                ? Optional.of(PhotonNoise.of(
                        line, new BoxMean(DARKEST_RADIUS).of(values).min()))
                : Optional.empty();
    }

    /**
     * The noise as that of photons even if the variance has not been seen to grow with the level. It is due to photons
     * alone, unless the variance clearly grows less than theirs would: the rest is readout noise then.
     *
     * @param gain what one photon adds; found from the image if empty
     * @param background value without light
     * @param readout standard deviation of the readout noise; found from the image if empty
     */
    public PhotonNoise asPhotons(OptionalDouble gain, double background, OptionalDouble readout) {
        double light = Math.max(mean - background, sigma);
        PhotonNoise found = gain.isPresent()
                ? new PhotonNoise(gain.getAsDouble(), background, rest(gain.getAsDouble() * light))
                : photons.map(noise -> noise.withBackground(background)).orElseGet(() -> likely(light, background));
        return new PhotonNoise(found.gain(), background, readout.orElse(found.readout()));
    }

    private PhotonNoise likely(double light, double background) {
        double alone = sigma * sigma / light;
        double error = significance == 0 ? Double.POSITIVE_INFINITY : Math.abs(slope / significance);
        double gain = slope + UNLIKELY * error < alone ? Math.max(slope, LEAST_GAIN * alone) : alone;
        return new PhotonNoise(gain, background, rest(gain * light));
    }

    /** The standard deviation that is left once photons of the given variance are accounted for. */
    private double rest(double variance) {
        return Math.sqrt(Math.max(0, sigma * sigma - variance));
    }

    /** The kind of noise that rules. */
    public Kind kind() {
        return impulses > MANY_IMPULSES ? Kind.IMPULSES : photons.isPresent() ? Kind.PHOTONS : Kind.CONSTANT;
    }

    /** Why the noise is taken to be of its kind, in a few words. */
    public String reason() {
        String slope = String.format(Locale.ROOT, "%.1f standard errors", significance);
        return switch (kind()) {
            case IMPULSES ->
                String.format(Locale.ROOT, "%.2f %% of the samples are far from their neighbours", 100 * impulses);
            case PHOTONS -> "the variance of the noise grows with the level, by " + slope;
            case CONSTANT ->
                Double.isFinite(significance) && significance != 0
                        ? "the variance of the noise does not grow with the level enough to matter, by " + slope
                        : "there is too little to tell whether the noise grows with the level";
        };
    }
}
