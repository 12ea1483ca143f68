package org.acutance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NpyTest {
    @TempDir
    Path folder = Path.of("");

    static Stream<Shape> shapes() {
        return Stream.of(
                Shape.SCALAR,
                Shape.of(3),
                Shape.of(0, 4),
                Shape.of(5, 7),
                Shape.of(2, 3, 4),
                Shape.of(2, 1, 3, 1, 2),
                Shape.of(3, 9000));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void roundTripOfEveryRankAndPrecision(Shape shape) {
        double[] values =
                IntStream.range(0, shape.size()).mapToDouble(Math::cos).toArray();
        for (Precision precision : Precision.values()) {
            NdArray array = NdArray.of(values, shape).to(precision);
            Path file = folder.resolve("a.npy");
            Npy.write(file, array, WriteOptions.NEW.overwriting(true));
            assertThat(Npy.read(file)).isEqualTo(array);
        }
    }

    // The expected bytes are those that numpy.save wrote; see make_files.py.
    @Test
    void writesTheBytesThatNumPyWrites() throws IOException, URISyntaxException {
        for (String name : new String[] {"npy-le-f8.npy", "npy-le-f4.npy", "row.npy"}) {
            Path theirs = Path.of(Objects.requireNonNull(NpyTest.class.getResource("files/" + name))
                    .toURI());
            Path ours = folder.resolve(name);
            Npy.write(ours, Npy.read(theirs), WriteOptions.NEW);
            assertThat(Files.readAllBytes(ours)).isEqualTo(Files.readAllBytes(theirs));
        }
    }

    @Test
    void keepsEverySpecialValue() {
        double[] special = {Double.NaN, Double.POSITIVE_INFINITY, -0.0, Double.MIN_VALUE, Double.MAX_VALUE};
        Path file = folder.resolve("a.npy");
        Npy.write(file, NdArray.vector(special), WriteOptions.NEW);
        assertThat(Arrays.equals(Npy.read(file).toDoubles(), special)).isTrue();
    }

    @Test
    void existingFileNeedsLeave() {
        Path file = folder.resolve("a.npy");
        Npy.write(file, NdArray.scalar(1), WriteOptions.NEW);
        assertThatThrownBy(() -> Npy.write(file, NdArray.scalar(2), WriteOptions.NEW))
                .isInstanceOf(ImageWriteException.class)
                .hasMessage("cannot write " + file + ": the file exists; allow overwriting or choose another name");
    }

    @Test
    void notNumPy() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npy"), "This is not an array at all.");
        assertThatThrownBy(() -> Npy.read(file))
                .isInstanceOf(ImageReadException.class)
                .hasMessage("cannot read " + file + ": the contents are not a NumPy array; save one with numpy.save");
    }
}
