package org.acutance.math.optimize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Assumptions;

/** The article's reference arrays beside the repository; tests that need them are skipped where they are missing. */
final class ReferenceData {
    private static final Path FOLDER = Path.of("..", "..", "shared", "data", "article");

    private ReferenceData() {}

    static NdArray array(String name) throws IOException {
        return Npy.read(file(name));
    }

    static Path file(String name) {
        Path file = FOLDER.resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "reference data missing: shared/data/article/" + name);
        return file;
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
