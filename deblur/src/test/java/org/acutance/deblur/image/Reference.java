package org.acutance.deblur.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.acutance.math.array.NdArray;

/** Arrays that another program computed: one a line, with its name, extents and values. */
public final class Reference {
    private final Map<String, NdArray> arrays;

    private Reference(Map<String, NdArray> arrays) {
        this.arrays = arrays;
    }

    /** The arrays of a resource beside a class. */
    public static Reference load(Class<?> beside, String resource) {
        try (InputStream stream = Objects.requireNonNull(beside.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return new Reference(reader.lines()
                    .map(line -> line.split(" ", 3))
                    .collect(Collectors.toMap(line -> line[0], line -> array(line[1], line[2]))));
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static NdArray array(String extents, String values) {
        int[] shape = extents.isEmpty()
                ? new int[0]
                : Arrays.stream(extents.split("x")).mapToInt(Integer::parseInt).toArray();
        return NdArray.of(
                Arrays.stream(values.split(" "))
                        .mapToDouble(Double::parseDouble)
                        .toArray(),
                shape);
    }

    /** The array of a name. */
    public NdArray get(String name) {
        return Objects.requireNonNull(arrays.get(name), name);
    }

    /** Largest absolute difference of two arrays of one shape. */
    public static double distance(NdArray a, NdArray b) {
        a.shape().require("distance", b.shape());
        return a.minus(b).maxAbs();
    }
}
