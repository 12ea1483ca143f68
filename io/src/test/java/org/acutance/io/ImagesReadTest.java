package org.acutance.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.acutance.deblur.image.Image;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said about inputs that are not images, and names and languages that must not matter. */
final class ImagesReadTest {
    @TempDir
    Path folder = Path.of("");

    private void refused(Path file, String trouble) {
        assertThatThrownBy(() -> Images.read(file))
                .isInstanceOf(ImageReadException.class)
                .hasMessage("cannot read " + file + ": " + trouble);
    }

    @Test
    void missing() {
        refused(folder.resolve("none.png"), "there is no such file; check the name and the folder");
    }

    @Test
    void aFolder() {
        refused(folder, "it is a folder; name an image file");
    }

    @Test
    void empty() throws IOException {
        refused(Files.createFile(folder.resolve("empty.png")), "the file is empty; get it again from its source");
    }

    @Test
    void textRenamed() throws IOException {
        refused(
                Files.writeString(folder.resolve("text.png"), "Dear \"all\",\n"),
                "the name says png, but the contents are not an image of a known format (they begin with"
                        + " \"Dear \\x22al\"); expected one of png, jpeg, tiff, npy");
    }

    @Test
    void unknownContents() throws IOException {
        refused(
                Files.write(folder.resolve("x"), new byte[] {0, (byte) 0xfe}),
                "not an image of a known format (they begin with \"\\x00\\xfe\"); expected one of png, jpeg, tiff, npy");
    }

    @Test
    void unreadable() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.png"), "x");
        assertThat(file.toFile().setReadable(false)).isTrue();
        assumeFalse(Files.isReadable(file), "this user may read everything");
        refused(file, "no permission to read it; change its permissions or copy it");
    }

    @Test
    void onlyTheContentsMatter() {
        Path png = folder.resolve("a.png");
        Image image = Image.gray(NdArray.of(new double[] {0, 0.5, 1, 0.25}, 2, 2));
        Images.write(png, image, WriteOptions.NEW);
        Path renamed = folder.resolve("b.jpg");
        assertThat(png.toFile().renameTo(renamed.toFile())).isTrue();
        assertThat(Images.read(renamed).sampleType()).hasToString("uint16");
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr-TR", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "de-DE"})
    void noLanguageChangesAnything(String tag) {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag(tag));
        try {
            Image image = Image.gray(NdArray.of(new double[] {0, 0.5, 1, 0.25}, 2, 2));
            for (String ending : List.of("TIFF", "Tif", "NPY", "PNG")) {
                Path file = folder.resolve("ıİ ñ 图 🙂." + ending);
                Written written = Images.write(file, image, WriteOptions.NEW);
                assertThat(Images.read(file))
                        .isEqualTo(image.quantise(written.sampleType()).image());
            }
        } finally {
            Locale.setDefault(before);
        }
    }
}
