package org.acutance.deblur.restoration;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.noise.BoxMean;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The prior that is used, and why.
 *
 * @param written its written form
 * @param reason why, in words
 */
public record PriorChoice(String written, String reason) {
    private static final int LEAST_EXTENT = 16;
    private static final String NO_LIGHT = "+non-negative";
    private static final int BACKGROUND_RADIUS = 2;
    /** How much of an image is as dark as its background, at least, up to so many standard deviations of the noise. */
    private static final double BACKGROUND_SHARE = 0.07;

    private static final double BACKGROUND_SPREAD = 2;
    /** The spread of the samples in standard deviations of the noise from which on edges come first. */
    private static final double LITTLE_NOISE = 40;
    /**
     * From how many standard deviations of the noise on a second derivative of a volume is structure. With one, searches end
     * anywhere, and estimates of small volumes are up to 1.4 dB worse at the weight that is best for them.
     */
    private static final double BENDS = 10;

    /**
     * The prior of settings for an image.
     *
     * @param observed its channels
     * @param data their data terms, by which the level of the noise may be known
     * @param part whether it is a part of an image, which may be darker elsewhere
     */
    static PriorChoice of(Settings settings, List<Observation> observed, List<DataTerm> data, boolean part) {
        return settings.prior().equals("auto")
                ? chosen(settings, observed, data, part)
                : new PriorChoice(settings.prior(), "as asked for");
    }

    /** Similar blocks for pictures, where they can be used; two expectations for volumes; flat regions otherwise. */
    private static PriorChoice chosen(
            Settings settings, List<Observation> observed, List<DataTerm> terms, boolean part) {
        Shape shape = observed.get(0).values().shape();
        DataTerm data = terms.get(0);
        Method method = Methods.CATALOGUE.create(settings.method());
        if (!method.takesPrior() || method.ownFidelity().isPresent()) {
            return new PriorChoice("none", "since method " + settings.method() + " regularises by itself");
        }
        if (!settings.method().equals("auto")) {
            return new PriorChoice("smoothed-tv", "which every method can use, since a method was asked for");
        }
        if (data.variance().isEmpty()) {
            return new PriorChoice(
                    "smoothed-tv",
                    "since fidelity " + settings.fidelity() + " says nothing about the level of the noise");
        }
        if (isPicture(shape)) {
            return picture(settings, observed, terms, part);
        }
        return shape.rank() == 3
                ? volume(data.variance().orElseThrow(), floor(settings, observed, terms, part))
                : new PriorChoice(
                        "tv", "since the image is too small for blocks or a line: flat regions with sharp edges");
    }

    /** Sharp edges come first where blocks are hard to find, and where little noise hides what a wrong border does. */
    private static PriorChoice picture(
            Settings settings, List<Observation> observed, List<DataTerm> terms, boolean part) {
        DataTerm data = terms.get(0);
        if (data.isRobust()) {
            return new PriorChoice(
                    "tv",
                    "since some samples may be wrong, which blocks would take for structure: flat regions, sharp edges");
        }
        if (data.photons().isPresent()) {
            return new PriorChoice(
                    "bm3d+tv" + floor(settings, observed, terms, part),
                    "since the image is a picture of photons: sharp edges first, for the blur leaves little to find"
                            + " blocks by, then blocks that look alike");
        }
        double sigma = median(Math::sqrt, data.variance().orElseThrow());
        return observed.get(0).spread() > LITTLE_NOISE * sigma
                ? new PriorChoice(
                        "bm3d+tv",
                        "since the image is a picture with little noise: sharp edges first, which continue it beyond the"
                                + " frame, then blocks that look alike")
                : new PriorChoice("bm3d", "since the image is a picture, in which small blocks look alike");
    }

    private static boolean isPicture(Shape image) {
        return image.rank() == 2 && Math.min(image.extent(0), image.extent(1)) >= LEAST_EXTENT;
    }

    /** What bends more than the noise is structure, or regions are flat: which of it, the samples hardly tell. */
    private static PriorChoice volume(NdArray variance, String floor) {
        double scale = BENDS * median(Math::sqrt, variance);
        return new PriorChoice(
                String.format(Locale.ROOT, "log-hessian:scale=%.4g+tv%s", scale, floor),
                "since the image is a volume, of threads and beads that bend more than the noise or of flat regions: the"
                        + " mean of an estimate for each");
    }

    /** The limit below all channels: of their backgrounds if all have one that is light, otherwise of no light. */
    private static String floor(Settings settings, List<Observation> observed, List<DataTerm> terms, boolean part) {
        if (observed.stream().anyMatch(channel -> channel.filled().min() < 0)) {
            return "";
        }
        if (part || settings.gain() != 1 || settings.changes(Setting.BACKGROUND)) {
            return NO_LIGHT;
        }
        double[] backgrounds = IntStream.range(0, observed.size())
                .mapToDouble(i -> background(
                        observed.get(i).filled(), terms.get(i).variance().orElseThrow()))
                .toArray();
        double least = Arrays.stream(backgrounds).min().orElse(0);
        return least > 0 ? String.format(Locale.ROOT, "+at-least:level=%.4g", least) : NO_LIGHT;
    }

    /**
     * The level of the darkest surroundings of any pixel, if a good part of the image is about as dark; otherwise what is
     * dark may be a blurred thing that is darker still, and the answer is 0.
     */
    private static double background(NdArray image, NdArray variance) {
        if (Arrays.stream(image.shape().extents()).anyMatch(extent -> extent < LEAST_EXTENT)) {
            return 0;
        }
        NdArray means = new BoxMean(BACKGROUND_RADIUS).of(image);
        int darkest = IntStream.range(0, means.size())
                .reduce((a, b) -> means.get(b) < means.get(a) ? b : a)
                .orElseThrow();
        double limit = means.get(darkest) + BACKGROUND_SPREAD * Math.sqrt(variance.get(darkest));
        long dark =
                Arrays.stream(means.toDoubles()).filter(mean -> mean <= limit).count();
        return dark > BACKGROUND_SHARE * means.size() ? means.get(darkest) : 0;
    }

    private static double median(DoubleUnaryOperator function, NdArray values) {
        double[] sorted = Arrays.stream(values.toDoubles())
                .filter(Double::isFinite)
                .map(function)
                .sorted()
                .toArray();
        return sorted[sorted.length / 2];
    }

    /** The prior itself. */
    Regulariser create() {
        return Priors.parse(written);
    }
}
