package org.acutance.deblur.image;

import java.util.List;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** The catalogue of noises. */
public final class Noises {
    private static final Parameter<Double> SIGMA =
            Parameter.number("sigma", "standard deviation, in units of the image's values", 0, Double.MAX_VALUE, "");
    private static final Parameter<Double> PEAK =
            Parameter.number("peak", "expected number of photons where the image is 1", Double.MIN_VALUE, 1e9, "");

    private static final Parameter<Double> BACKGROUND = Parameter.number(
            "background",
            "what the camera adds everywhere, in units of the image's values",
            -Double.MAX_VALUE,
            Double.MAX_VALUE,
            "0");
    private static final Parameter<Double> READOUT = Parameter.number(
            "readout", "standard deviation of the camera's noise, in units of the image's values", 0, 1e300, "0");
    private static final Parameter<Double> SHARE =
            Parameter.number("share", "share of the values that are replaced", 0, 1, "");

    /** Every noise by name: {@code gaussian:sigma=0.01}. */
    public static final Catalogue<Noise> CATALOGUE = new Catalogue<>(
            "noise",
            List.of(
                    Entry.plain("none", "nothing is added", (image, seed) -> image),
                    new Entry<>(
                            "gaussian",
                            "independent normal deviates, the noise of the electronics",
                            List.of(SIGMA),
                            arguments -> new GaussianNoise(arguments.get(SIGMA))),
                    new Entry<>(
                            "poisson",
                            "counted photons, the noise of the light itself, and what a camera adds",
                            List.of(PEAK, BACKGROUND, READOUT),
                            arguments -> new PoissonNoise(
                                    arguments.get(PEAK), arguments.get(BACKGROUND), arguments.get(READOUT))),
                    new Entry<>(
                            "impulse",
                            "salt and pepper: values replaced by 0 or 1",
                            List.of(SHARE),
                            arguments -> new ImpulseNoise(arguments.get(SHARE)))));

    private Noises() {}
}
