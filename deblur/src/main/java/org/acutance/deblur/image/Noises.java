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
                            "counted photons, the noise of the light itself",
                            List.of(PEAK),
                            arguments -> new PoissonNoise(arguments.get(PEAK)))));

    private Noises() {}
}
