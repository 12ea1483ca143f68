package org.acutance.deblur.image;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Assumptions;

/** The larger data beside the repository; tests that need it are skipped where it is missing. */
public final class Shared {
    private static final Path DATA = Path.of("..", "..", "shared", "data");
    private static final Pattern EXTENTS = Pattern.compile("'shape': \\(([^)]*)\\)");

    private Shared() {}

    private static Path path(String name) {
        Path path = DATA.resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "skipped: no " + name + " in ../shared/data");
        return path;
    }

    /** An array of float64 in C order from a NumPy file. */
    public static NdArray npy(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(path(name));
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int start = 10 + buffer.getShort(8);
        Matcher shape = EXTENTS.matcher(new String(bytes, 10, start - 10, StandardCharsets.US_ASCII));
        if (!shape.find()) {
            throw new IOException(name + " has no shape");
        }
        int[] extents = Arrays.stream(shape.group(1).split(",", -1))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        double[] values = new double[(bytes.length - start) / Double.BYTES];
        buffer.position(start);
        buffer.asDoubleBuffer().get(values);
        return NdArray.of(values, extents);
    }

    /** Red, green and blue in [0, 1] of an 8-bit picture. */
    public static List<NdArray> rgb(String name) throws IOException {
        BufferedImage picture = ImageIO.read(path(name).toFile());
        return IntStream.of(16, 8, 0).mapToObj(shift -> channel(picture, shift)).toList();
    }

    private static NdArray channel(BufferedImage picture, int shift) {
        int width = picture.getWidth();
        double[] values = IntStream.range(0, width * picture.getHeight())
                .mapToDouble(i -> (picture.getRGB(i % width, i / width) >> shift & 255) / 255.0)
                .toArray();
        return NdArray.of(values, picture.getHeight(), width);
    }
}
