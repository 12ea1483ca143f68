package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.InvalidPixels;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** The channels of an image as settings say that they were observed: with gain, background, mask and invalid pixels. */
final class Observations {
    /** The square of its square still is a number. */
    private static final double LARGEST = 1e75;

    private final Settings settings;
    private final Precision precision;
    private final Function<String, NdArray> loader;

    /**
     * @param precision of all arrays
     * @param loader reads the array that a setting names
     */
    Observations(Settings settings, Precision precision, Function<String, NdArray> loader) {
        this.settings = settings;
        this.precision = precision;
        this.loader = loader;
    }

    /**
     * One observation per colour, all of whose samples are finite.
     *
     * @throws IllegalArgumentException if pixels cannot be used, or the mask does not fit or leaves none
     */
    List<Observation> of(Image blurred, Psf psf) {
        InvalidPixels policy =
                InvalidPixels.valueOf(settings.get(Setting.INVALID).toUpperCase(Locale.ROOT));
        Optional<NdArray> mask = mask(blurred);
        List<NdArray> colours = blurred.normalised(precision).colours();
        colours.forEach(Observations::requireScale);
        return colours.stream()
                .map(channel -> policy.observe("deblur", channel, psf))
                .map(observation -> masked(observation, mask))
                .toList();
    }

    private static void requireScale(NdArray samples) {
        double largest = IntStream.range(0, samples.size())
                .mapToDouble(i -> Math.abs(samples.get(i)))
                .filter(Double::isFinite)
                .max()
                .orElse(0);
        if (largest > LARGEST || (largest > 0 && largest < 1 / LARGEST)) {
            throw new IllegalArgumentException("deblur: the largest sample is " + largest
                    + ", whose powers cannot be computed with; scale the image so that white is about 1");
        }
    }

    private Optional<NdArray> mask(Image blurred) {
        if (!settings.changes(Setting.MASK)) {
            return Optional.empty();
        }
        NdArray mask = loader.apply(settings.get(Setting.MASK)).to(precision);
        mask.shape().require("mask", blurred.shape());
        return Optional.of(mask);
    }

    private static Observation masked(Observation observation, Optional<NdArray> mask) {
        if (mask.isEmpty()) {
            return observation;
        }
        NdArray weights = observation.everyWeight().times(mask.get());
        Observation masked = new Observation(observation.values(), Optional.of(weights), observation.psf());
        if (weights.max() == 0) {
            throw new IllegalArgumentException(
                    "mask: it is 0 at all " + weights.size() + " pixels; give positive weights to those that count");
        }
        return new Observation(masked.filled(), Optional.of(weights), observation.psf());
    }

    /**
     * A formation with the gain and the background of the settings.
     *
     * @param image shape of the image, which a background from a file must have
     * @throws IllegalArgumentException if it has another one, or is not finite
     */
    Formation formation(Formation plain, Shape image) {
        return plain.with(settings.gain(), background(settings.get(Setting.BACKGROUND), image));
    }

    private NdArray background(String written, Shape image) {
        if (!written.startsWith(Setting.FILE)) {
            return NdArray.scalar(Double.parseDouble(written));
        }
        NdArray level = loader.apply(written.substring(Setting.FILE.length())).to(precision);
        level.shape().require("background", image);
        InvalidPixels.requireFinite("background", level);
        return level;
    }
}
