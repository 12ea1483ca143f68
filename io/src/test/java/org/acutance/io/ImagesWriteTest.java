package org.acutance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Outputs: what is refused, and that an old file stays whole whatever happens. */
final class ImagesWriteTest {
    private static final Image IMAGE = Image.gray(NdArray.of(new double[] {-0.5, 0.5, 1, 2}, 2, 2));
    private static final WriteOptions REPLACE = WriteOptions.NEW.overwriting(true);

    @TempDir
    Path folder = Path.of("");

    private void refused(Path file, WriteOptions options, String trouble) {
        String message = "cannot write " + file + ": " + trouble;
        assertThatThrownBy(() -> Images.write(file, IMAGE, options))
                .isInstanceOf(ImageWriteException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> Images.checkWritable(file, IMAGE, options))
                .isInstanceOf(ImageWriteException.class)
                .hasMessage(message);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void tellsTheShareThatWasClipped() {
        Path file = folder.resolve("a.png");
        Written written = Images.write(file, IMAGE, WriteOptions.NEW.as(SampleType.UINT8));
        assertThat(written).isEqualTo(new Written(file, SampleType.UINT8, 0.5));
        assertThat(Images.read(file).channels().get(0).toDoubles()).containsExactly(0, 128, 255, 255);
    }

    @Test
    void floatsStayFloatsWhereTheFormatHasThem() {
        Path file = folder.resolve("a.tif");
        assertThat(Images.write(file, IMAGE, WriteOptions.NEW)).isEqualTo(new Written(file, SampleType.FLOAT64, 0));
        assertThat(Images.read(file)).isEqualTo(IMAGE);
    }

    @Test
    void notANumberHasNoIntegerValue() throws IOException {
        Path file = folder.resolve("a.png");
        assertThatThrownBy(() ->
                        Images.write(file, Image.gray(NdArray.of(new double[] {Double.NaN}, 1, 1)), WriteOptions.NEW))
                .isInstanceOf(ImageWriteException.class)
                .hasMessage("cannot write " + file
                        + ": quantise: the image has NaN samples, which uint16 cannot hold; keep a"
                        + " floating-point type");
        assertThat(names()).isEmpty();
    }

    @Test
    void unknownEnding() throws IOException {
        refused(
                folder.resolve("a.gif"),
                REPLACE,
                "the ending '.gif' names no format; use one of .png, .jpg, .jpeg, .tif, .tiff, .npy");
        refused(
                folder.resolve("npy"),
                REPLACE,
                "the name has no ending; use one of .png, .jpg, .jpeg, .tif, .tiff, .npy");
        assertThat(names()).isEmpty();
    }

    @Test
    void typeThatTheFormatLacks() {
        refused(
                folder.resolve("a.png"),
                REPLACE.as(SampleType.FLOAT32),
                "png cannot hold float32 samples; it takes [uint16, uint8]");
    }

    @Test
    void coloursThatTheFormatLacks() {
        Image many = Image.of(
                ColourModel.RGBA,
                List.of(NdArray.zeros(2, 2), NdArray.zeros(2, 2), NdArray.zeros(2, 2), NdArray.zeros(2, 2)));
        Path file = folder.resolve("a.jpg");
        assertThatThrownBy(() -> Images.write(file, many, REPLACE))
                .isInstanceOf(ImageWriteException.class)
                .hasMessage("cannot write " + file + ": jpeg has no alpha; write .png or .tif");
    }

    @Test
    void existingFileNeedsLeave() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npy"), "old");
        refused(file, WriteOptions.NEW, "the file exists; allow overwriting or choose another name");
        assertThat(file).hasContent("old");
        Images.write(file, IMAGE, REPLACE);
        assertThat(Images.read(file)).isEqualTo(IMAGE);
        assertThat(names()).containsExactly("a.npy");
    }

    @Test
    void inputIsNeverWrittenOver() throws IOException {
        Path input = Files.writeString(folder.resolve("in.npy"), "old");
        refused(input, REPLACE.keeping(input), "it is the input " + input + " itself; choose another name");
        Path link = Files.createSymbolicLink(folder.resolve("link.npy"), input);
        refused(link, REPLACE.keeping(input), "it is the input " + input + " itself; choose another name");
        Path roundabout = folder.resolve("sub/../in.npy");
        Files.createDirectory(folder.resolve("sub"));
        refused(roundabout, REPLACE.keeping(input), "it is the input " + input + " itself; choose another name");
        assertThat(input).hasContent("old");
    }

    @Test
    void linkStaysALink() throws IOException {
        Path target = Files.writeString(folder.resolve("target.npy"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.npy"), target);
        Images.write(link, IMAGE, REPLACE);
        assertThat(link).isSymbolicLink();
        assertThat(Images.read(target)).isEqualTo(IMAGE);
    }

    @Test
    void missingFolderFolderAndDevice() throws IOException {
        Path absent = folder.resolve("absent");
        refused(absent.resolve("a.npy"), REPLACE, "there is no folder " + absent + "; make it first");
        refused(Files.createDirectory(folder.resolve("dir.npy")), REPLACE, "it is a folder; name a file in it");
    }

    @Test
    void readOnlyFolder() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assertThat(closed.toFile().setWritable(false)).isTrue();
        assumeFalse(Files.isWritable(closed), "this user may write everywhere");
        assertThatThrownBy(() -> Images.checkWritable(closed.resolve("a.npy"), REPLACE))
                .isInstanceOf(ImageWriteException.class)
                .hasMessageContaining("its folder cannot be written: permission denied")
                .hasMessageEndingWith("; choose another folder");
    }

    @Test
    void failureKeepsTheOldFileAndLeavesNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("a.npy"), "old");
        assertThatThrownBy(() -> OutputFile.write(file, REPLACE, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("device gone\nsecond line");
                }))
                .isInstanceOf(ImageWriteException.class)
                .hasMessage("cannot write " + file + ": writing failed: device gone");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.npy");
    }

    @Test
    void fullDiskKeepsTheOldFileAndLeavesNothing() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "no /dev/full here");
        Path file = Files.writeString(folder.resolve("a.npy"), "old");
        assertThatThrownBy(() -> OutputFile.write(file, REPLACE, out -> out.write(new byte[100_000]), temporary -> {
                    Files.createFile(temporary);
                    return FileChannel.open(full, StandardOpenOption.WRITE);
                }))
                .isInstanceOf(ImageWriteException.class)
                .hasMessageStartingWith("cannot write " + file + ": writing failed: ");
        assertThat(file).hasContent("old");
        assertThat(names()).containsExactly("a.npy");
    }

    @Test
    void checkingLeavesNothing() throws IOException {
        Images.checkWritable(folder.resolve("a.png"), WriteOptions.NEW);
        assertThat(names()).isEmpty();
    }
}
