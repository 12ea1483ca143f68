package org.acutance.math;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.acutance.math.array.NdArray;

/** Reference arrays in a text resource, one a line: {@code name 2x3 1.0 2.0 ...}; the rank-0 shape is written {@code -}. */
public final class Figures {
    private final Map<String, NdArray> arrays = new LinkedHashMap<>();

    private Figures() {}

    /** Reads a resource that stands beside a test class. */
    public static Figures read(Class<?> test, String name) {
        Figures figures = new Figures();
        try (InputStream stream = Objects.requireNonNull(test.getResourceAsStream(name), name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> figures.add(line.split(" ", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return figures;
    }

    /** Names in the order of the resource. */
    public Set<String> names() {
        return arrays.keySet();
    }

    /** The array of a name. */
    public NdArray get(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    private void add(String[] words) {
        int[] extents = words[1].equals("-")
                ? new int[0]
                : Arrays.stream(words[1].split("x", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
        double[] values =
                Arrays.stream(words).skip(2).mapToDouble(Double::parseDouble).toArray();
        arrays.put(words[0], NdArray.of(values, extents));
    }
}
