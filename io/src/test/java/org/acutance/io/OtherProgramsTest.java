package org.acutance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of NumPy, Pillow, tifffile and ImageMagick, and what those programs read from them; see make_files.py. */
final class OtherProgramsTest {
    static Stream<String> index() throws IOException {
        return lines("index.csv");
    }

    static Stream<String> refused() throws IOException {
        return lines("refused.csv");
    }

    private static Stream<String> lines(String resource) throws IOException {
        try (InputStream in = OtherProgramsTest.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines().toList().stream();
        }
    }

    private static Path file(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(OtherProgramsTest.class.getResource("files/" + name))
                .toURI());
    }

    @ParameterizedTest
    @MethodSource("index")
    void holdsWhatTheOtherProgramSays(String line) throws URISyntaxException {
        String[] fields = line.split(",", -1);
        Image image = Images.read(file(fields[0]));
        NdArray expected = Npy.read(file(fields[0] + ".npy"));
        assertThat(image.colourModel()).isEqualTo(ColourModel.valueOf(fields[1]));
        assertThat(image.sampleType()).isEqualTo(SampleType.valueOf(fields[2]));
        assertThat(image.channels()).hasSize(expected.shape().extent(0));
        for (int i = 0; i < image.channels().size(); i++) {
            Shape spatial =
                    Shape.of(IntStream.of(expected.shape().extents()).skip(1).toArray());
            NdArray plane = expected.slice(0, i, i + 1).reshape(spatial).to(Precision.FLOAT64);
            assertThat(image.shape()).isEqualTo(spatial);
            assertThat(image.channels()
                            .get(i)
                            .to(Precision.FLOAT64)
                            .minus(plane)
                            .maxAbs())
                    .as("channel " + i)
                    .isLessThanOrEqualTo(Double.parseDouble(fields[3]));
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatItWouldMisread(String line) {
        int comma = line.indexOf(',');
        assertThatThrownBy(() -> Images.read(file(line.substring(0, comma))))
                .isInstanceOf(ImageReadException.class)
                .hasMessageStartingWith("cannot read ")
                .hasMessageContaining(line.substring(comma + 1));
    }
}
