package org.acutance.math.optimize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Assumptions;

/** The article's reference arrays beside the repository; tests that need them are skipped where they are missing. */
final class ReferenceData {
    private static final Path PLACE = Path.of("shared", "data", "article");

    private ReferenceData() {}

    static NdArray array(String name) throws IOException {
        return Npy.read(file(name));
    }

    /** Looks beside the repository and beside every folder above it. */
    static Path file(String name) {
        Optional<Path> file = Stream.iterate(
                        Optional.of(Path.of("").toAbsolutePath()),
                        Optional::isPresent,
                        above -> above.map(Path::getParent))
                .map(folder -> folder.orElseThrow().resolve(PLACE).resolve(name))
                .filter(Files::exists)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "reference data missing: " + PLACE.resolve(name));
        return file.orElseThrow();
    }

    /** An array of written numbers in the tiny case, the n-th of that name. */
    static NdArray tiny(String key, int n, int... extents) throws IOException {
        String text = Files.readString(file("tiny-case.json"));
        Matcher matcher = Pattern.compile("\"" + key + "\":\\s*\\[([^\\]]*)\\]").matcher(text);
        for (int i = 0; i <= n; i++) {
            if (!matcher.find()) {
                throw new IOException("tiny-case.json: no array " + key + " number " + n);
            }
        }
        String[] numbers = matcher.group(1).replace("\"", "").split(",", -1);
        double[] values = new double[numbers.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = Double.parseDouble(numbers[i].strip());
        }
        return NdArray.of(values, extents);
    }
}
