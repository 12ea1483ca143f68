package org.acutance.math.catalogue;

import java.util.List;
import java.util.function.Function;

/**
 * One choice in a catalogue. Help texts, forms, documentation and tests are made from it.
 *
 * @param name the name in a specification
 * @param help one line for the user
 * @param parameters what it takes
 * @param factory makes the thing from checked arguments
 * @param <T> what it makes
 */
public record Entry<T>(String name, String help, List<Parameter<?>> parameters, Function<Arguments, T> factory) {
    /** An entry; the parameters are copied. */
    public Entry {
        parameters = List.copyOf(parameters);
    }

    /** An entry without parameters. */
    public static <T> Entry<T> plain(String name, String help, T thing) {
        return new Entry<>(name, help, List.of(), arguments -> thing);
    }
}
