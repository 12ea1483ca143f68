package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.ImageFormat;
import org.acutance.io.ImageFormats;
import org.acutance.io.ImageReadException;
import org.acutance.io.ImageWriteException;
import org.acutance.io.Images;
import org.acutance.io.WriteOptions;
import org.acutance.io.Written;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.DynamicTest;

/** What every file format must do, by its public interface alone. */
public final class ImageFormatContract {
    private static final List<Shape> SHAPES = List.of(
            Shape.of(9, 5),
            Shape.of(2, 9, 5),
            Shape.of(6),
            Shape.of(1, 1),
            Shape.of(1, 7),
            Shape.of(7, 1),
            Shape.of(1, 9, 5),
            Shape.of(2, 5, 3),
            Shape.of(2, 2, 5, 5));
    private static final int FLIPS = 300;
    private static final int MOST_TRUNCATIONS = 600;

    private final ImageFormat format;
    private final Path folder;

    private ImageFormatContract(ImageFormat format, Path folder) {
        this.format = format;
        this.folder = folder;
    }

    /** The tests of a format; files go into the folder. */
    public static Stream<DynamicTest> tests(ImageFormat format, Path folder) {
        ImageFormatContract contract = new ImageFormatContract(format, folder);
        Stream<DynamicTest> perImage = contract.images()
                .map(image -> dynamicTest(format.name() + " round trip " + image, () -> contract.roundTrip(image)));
        return Stream.concat(
                perImage,
                Stream.of(
                        dynamicTest(format.name() + " description", contract::description),
                        dynamicTest(format.name() + " truncated", contract::truncated),
                        dynamicTest(format.name() + " bits flipped", contract::flipped)));
    }

    // Every type with every colour model; the odd shapes with the first type only, since every file goes to the disk.
    private Stream<Image> images() {
        List<SampleType> types = format.sampleTypes();
        return types.stream()
                .flatMap(type -> Arrays.stream(ColourModel.values()).flatMap(model -> SHAPES.stream()
                        .limit(type == types.get(0) ? SHAPES.size() : 2)
                        .map(shape -> image(type, model, shape))));
    }

    private Image image(SampleType type, ColourModel model, Shape shape) {
        int channels = IntStream.of(1, 2, 3, 4, 5)
                .filter(count -> model == ColourModel.MANY ? count == 5 : model.fits(count))
                .findFirst()
                .orElseThrow();
        List<NdArray> arrays = new ArrayList<>();
        for (int channel = 0; channel < channels; channel++) {
            arrays.add(format.lossless() ? extremes(type, shape, channel) : smooth(type, shape));
        }
        return new Image(arrays, model, type);
    }

    // The ends of the range, zero, and anything between.
    private static NdArray extremes(SampleType type, Shape shape, int seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(shape.size())
                .map(u -> type.least() / 2 + u * (type.most() / 2 - type.least() / 2))
                .map(v -> type.isInteger() ? Math.rint(v) + 0.0 : v)
                .toArray();
        double[] special = {type.most(), type.least(), 0, 1};
        System.arraycopy(special, 0, values, 0, Math.min(4, values.length));
        return NdArray.of(values, shape).to(type.precision());
    }

    private static NdArray smooth(SampleType type, Shape shape) {
        double[] values =
                IntStream.range(0, shape.size()).mapToDouble(i -> 40 + i).toArray();
        return NdArray.of(values, shape).to(type.precision());
    }

    private Path file(String name) {
        return folder.resolve(name + "." + format.extensions().get(0));
    }

    private void roundTrip(Image image) throws IOException {
        Path file = file("round-trip");
        Files.deleteIfExists(file);
        if (format.refusal(image).isPresent()) {
            assertThat(format.refusal(image).orElseThrow()).isNotBlank().doesNotContain("\n");
            assertThatThrownBy(() -> Images.write(file, image, WriteOptions.NEW))
                    .isInstanceOf(ImageWriteException.class)
                    .hasMessageContaining(format.refusal(image).orElseThrow());
            assertThat(file).doesNotExist();
            return;
        }
        Written written = Images.write(file, image, WriteOptions.NEW);
        assertThat(written).isEqualTo(new Written(file, image.sampleType(), 0));
        Image back = Images.read(file);
        if (format.lossless()) {
            assertThat(back).isEqualTo(image);
        } else {
            near(back, image);
        }
    }

    private static void near(Image back, Image image) {
        assertThat(back.toString()).isEqualTo(image.toString());
        for (int channel = 0; channel < image.channels().size(); channel++) {
            NdArray error = back.channels().get(channel).minus(image.channels().get(channel));
            assertThat(error.maxAbs()).isLessThan(4);
        }
    }

    private void description() {
        assertThat(format.name()).matches("[a-z0-9]+");
        assertThat(format.help()).isNotBlank().doesNotContain("\n");
        assertThat(format.extensions()).isNotEmpty().allMatch(ending -> ending.matches("[a-z0-9]+"));
        assertThat(format.sampleTypes()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(format.recognises(new byte[0])).isFalse();
        assertThat(format.recognises("plain text".getBytes(java.nio.charset.StandardCharsets.US_ASCII)))
                .isFalse();
        assertThat(ImageFormats.CATALOGUE.create(format.name())).isSameAs(format);
    }

    private byte[] sample(SampleType type) throws IOException {
        Image image = image(type, ColourModel.RGB, Shape.of(9, 5));
        Path file = file("sample");
        Images.write(file, image, WriteOptions.NEW.overwriting(true));
        return Files.readAllBytes(file);
    }

    // A file that lost its end is refused, unless what it lost meant nothing.
    private void truncated() throws IOException {
        byte[] whole = sample(format.sampleTypes().get(0));
        Path file = file("damaged");
        Files.write(file, whole);
        Image image = Images.read(file);
        assertThat(ImageFormats.recognise(Arrays.copyOf(whole, 16))).contains(format);
        int step = Math.max(1, whole.length / MOST_TRUNCATIONS);
        for (int length = 0; length < whole.length; length += step) {
            Files.write(file, Arrays.copyOf(whole, length));
            Throwable trouble =
                    catchThrowable(() -> assertThat(Images.read(file)).isEqualTo(image));
            requireTyped(trouble, "first " + length + " of " + whole.length + " bytes");
        }
    }

    // Chance may make another sound file; anything else must be refused in one line.
    private void flipped() throws IOException {
        Path file = file("damaged");
        Random random = new Random(11);
        for (SampleType type : format.sampleTypes()) {
            byte[] whole = sample(type);
            for (int i = 0; i < FLIPS / format.sampleTypes().size(); i++) {
                byte[] damaged = whole.clone();
                int bit = random.nextInt(8 * (i % 2 == 0 ? whole.length : Math.min(200, whole.length)));
                damaged[bit / 8] ^= (byte) (1 << (bit % 8));
                Files.write(file, damaged);
                requireTyped(catchThrowable(() -> Images.read(file)), type + " bit " + bit);
            }
        }
    }

    private static void requireTyped(Throwable trouble, String what) {
        if (trouble != null) {
            assertThat(trouble).as(what).isInstanceOf(ImageReadException.class);
            assertThat(trouble.getMessage()).as(what).startsWith("cannot read ").doesNotContain("\n");
        }
    }
}
