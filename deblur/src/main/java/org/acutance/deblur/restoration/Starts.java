package org.acutance.deblur.restoration;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.deblur.model.InvalidPixels;
import org.acutance.math.array.NdArray;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;
import org.acutance.math.catalogue.Parameter;

/** Where an optimiser may start, by name; each gives the start for an observed channel. */
public final class Starts {
    private static final Parameter<String> PATH = Parameter.rest("path", "a file that holds the start");

    private static final Parameter<OptionalDouble> LEVEL = Parameter.numberOrAuto(
            "level",
            "its value, of samples between 0 and 1; auto is the mean of the blurred image",
            -Double.MAX_VALUE,
            Double.MAX_VALUE,
            "auto");

    private Starts() {}

    /**
     * {@code observed}, {@code zeros}, {@code flat:level=0.5} and {@code file:x0.npy}.
     *
     * @param loader reads the array at a path
     */
    public static Catalogue<UnaryOperator<NdArray>> catalogue(Function<String, NdArray> loader) {
        return new Catalogue<>(
                "start",
                List.of(
                        Entry.plain("observed", "the blurred image itself", observed -> observed),
                        Entry.plain(
                                "zeros",
                                "a black image",
                                observed -> NdArray.zeros(observed.shape(), observed.precision())),
                        new Entry<>(
                                "flat",
                                "the same everywhere",
                                List.of(LEVEL),
                                arguments -> observed -> flat(observed, arguments.get(LEVEL))),
                        new Entry<>("file", "an array from a file", List.of(PATH), arguments -> {
                            NdArray start = loader.apply(arguments.get(PATH));
                            return observed -> fitted(start, observed);
                        })));
    }

    private static NdArray flat(NdArray observed, OptionalDouble level) {
        double value = level.orElseGet(() -> observed.sum() / observed.size());
        return NdArray.full(observed.shape(), observed.precision(), value);
    }

    private static NdArray fitted(NdArray start, NdArray observed) {
        start.shape().require("start", observed.shape());
        InvalidPixels.requireFinite("start", start);
        return start.to(observed.precision());
    }
}
