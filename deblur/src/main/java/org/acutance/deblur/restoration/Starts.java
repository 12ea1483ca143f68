package org.acutance.deblur.restoration;

import java.util.List;
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

    private Starts() {}

    /**
     * {@code observed}, {@code zeros} and {@code file:x0.npy}.
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
                        new Entry<>("file", "an array from a file", List.of(PATH), arguments -> {
                            NdArray start = loader.apply(arguments.get(PATH));
                            return observed -> fitted(start, observed);
                        })));
    }

    private static NdArray fitted(NdArray start, NdArray observed) {
        start.shape().require("start", observed.shape());
        InvalidPixels.requireFinite("start", start);
        return start.to(observed.precision());
    }
}
