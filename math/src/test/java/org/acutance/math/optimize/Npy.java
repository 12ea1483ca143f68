package org.acutance.math.optimize;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.acutance.math.array.NdArray;

/** Reads {@code .npy} files of float64 in C order, enough for the reference data. */
final class Npy {
    private static final Pattern SHAPE = Pattern.compile("'<f8'.*False.*\\(([0-9, ]*)\\)", Pattern.DOTALL);

    private Npy() {}

    static NdArray read(Path path) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path)).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = bytes.getShort(8);
        String header = new String(bytes.array(), 10, headerLength, StandardCharsets.US_ASCII);
        Matcher matcher = SHAPE.matcher(header);
        if (!matcher.find()) {
            throw new IOException("npy: " + path + " has header " + header + ", expected float64 in C order");
        }
        int[] extents = Arrays.stream(matcher.group(1).split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] values = new double[Arrays.stream(extents).reduce(1, (a, b) -> a * b)];
        bytes.position(10 + headerLength);
        bytes.asDoubleBuffer().get(values);
        return NdArray.of(values, extents);
    }
}
