package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.Images;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class DemoCommandTest {
    @TempDir
    Path path;

    private Path at(String name) {
        return path.resolve(name);
    }

    @Test
    void showsWhatBecameOfTheTestCard() {
        Outcome outcome = Outcome.of("demo", "--scale", "1/8", "-o", at("demo"), "--json");
        assertThat(outcome.code()).isZero();
        JsonNode result = outcome.json();
        assertThat(result.get("psnr").asDouble())
                .isGreaterThan(result.get("start_psnr").asDouble() + 1);
        assertThat(result.get("files").size()).isEqualTo(6);
        result.get("files")
                .forEach(file -> assertThat(at("demo").resolve(file.asString())).isNotEmptyFile());
        assertThat(Images.read(at("demo/triptych.png")).colourModel()).isEqualTo(ColourModel.RGB);
        assertThat(Images.read(at("demo/original.npy")).shape()).isEqualTo(Shape.of(32, 32));
    }

    @Test
    void printsATable() {
        Outcome outcome = Outcome.of("demo", "--scale", "1/8", "-o", at("demo"));
        assertThat(outcome.out().lines())
                .startsWith("Deblurring the test card, 32×32 pixels, blurred by gaussian:sigma=1x3,size=13")
                .contains("               blurred    deblurred")
                .anyMatch(line -> line.matches("PSNR, dB +\\d+\\.\\d\\d +\\d+\\.\\d\\d"))
                .anyMatch(line -> line.matches("SSIM +\\d\\.\\d{4} +\\d\\.\\d{4}"))
                .anyMatch(line -> line.startsWith("effort "));
    }

    @Test
    void writesOverWhatItWroteItself() {
        assertThat(Outcome.of("demo", "--scale", "1/16", "-o", at("demo")).code())
                .isZero();
        Outcome again = Outcome.of("demo", "--scale", "1/8", "-o", at("demo"));
        assertThat(again.code()).isZero();
        assertThat(Images.read(at("demo/original.npy")).shape()).isEqualTo(Shape.of(32, 32));
        assertThat(at("demo/README.txt"))
                .content()
                .startsWith("Written by 'acutance demo', and written over by the next one.")
                .contains("Deblurring the test card, 32×32 pixels");
    }

    @Test
    void writesOverSomebodysFilesWithForceOnly() throws IOException {
        Files.writeString(at("psf.png"), "precious");
        Outcome outcome = Outcome.of("demo", "--scale", "1/16", "-o", path);
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.error())
                .endsWith("psf.png: the file exists; replace it with --force, or name another with -o");
        assertThat(at("psf.png")).hasContent("precious");
        assertThat(at("triptych.png")).doesNotExist();
        assertThat(Outcome.of("demo", "--scale", "1/16", "-o", path, "--force").code())
                .isZero();
        assertThat(Images.read(at("psf.png")).shape().rank()).isEqualTo(2);
    }

    @Test
    void refusesBeforeItMakesItsFolder() throws IOException {
        Outcome missing = Outcome.of("demo", "--image", at("gone.png"), "-o", at("demo"));
        assertThat(missing.code()).isEqualTo(4);
        assertThat(at("demo")).doesNotExist();
        Files.writeString(at("file"), "");
        Outcome inTheWay = Outcome.of("demo", "--scale", "1/16", "-o", at("file"));
        assertThat(inTheWay.code()).isEqualTo(5);
        assertThat(inTheWay.error()).endsWith("file: it is a file; name a folder with -o");
    }

    @Test
    void takesPicturesInGreyOrColourOnly() {
        Folder folder = new Folder(path);
        Path gray = folder.gray("gray.png", SampleType.UINT8);
        assertThat(Outcome.of("demo", "--image", gray, "-o", at("demo"), "--quiet")
                        .code())
                .isZero();
        Path volume = folder.npy("v.npy", Folder.pattern(Shape.of(4, 5, 6), 0));
        Outcome outcome = Outcome.of("demo", "--image", volume, "-o", at("demo"));
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.error()).endsWith("v.npy is [4×5×6] GRAY float64; expected a picture in grey or RGB");
    }

    @Test
    void doesNotWriteOverItsImage() {
        Path image = new Folder(path).npy("original.npy", Folder.pattern());
        Outcome outcome = Outcome.of("demo", "--image", image, "-o", path, "--force");
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.error()).contains("it is the input ");
    }

    @ParameterizedTest
    @CsvSource({"false, astro_org, astro_blur", "true, astro_org_aa, astro_blur_aa"})
    void isTheArticle(boolean antiAliasing, String original, String blurred) {
        Path image = SharedData.file("images/astronaut.png");
        Outcome outcome = antiAliasing
                ? Outcome.of("demo", "--image", image, "--scale", "1/3", "--anti-aliasing", "-o", at("demo"), "--json")
                : Outcome.of("demo", "--image", image, "--scale", "1/3", "-o", at("demo"), "--json");
        assertThat(distance("original.npy", original)).isLessThan(1e-12);
        assertThat(distance("blurred.npy", blurred)).isLessThan(1e-12);
        assertThat(outcome.json().get("success").asBoolean()).isTrue();
    }

    private double distance(String name, String reference) {
        NdArray expected = Folder.channel(SharedData.file("article/" + reference + ".npy"), 0);
        return Folder.channel(at("demo").resolve(name), 0).minus(expected).maxAbs();
    }
}
