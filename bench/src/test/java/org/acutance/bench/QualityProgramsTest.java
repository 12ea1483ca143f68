package org.acutance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.io.Images;
import org.acutance.io.Npy;
import org.acutance.io.WriteOptions;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The programs that measure quality, on inputs so small that their figures say nothing. */
class QualityProgramsTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int run(String name, String... arguments) {
        return Benchmarks.find(name)
                .orElseThrow()
                .run(List.of(arguments), new PrintStream(out, true, StandardCharsets.UTF_8));
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String folderWithChart(Path folder) {
        return folderWithChart(folder, 32);
    }

    private static String folderWithChart(Path folder, int side) {
        Image chart = Image.gray(ResolutionChart.draw(side, side).to(Precision.FLOAT32));
        Images.write(folder.resolve("chart.npy"), chart, WriteOptions.NEW);
        return folder.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto-weight", "boundaries", "contact-sheet"})
    void picturesAreAskedFor(String name, @TempDir Path folder) {
        assertThat(run(name)).isEqualTo(2);
        assertThat(run(name, "--images", folder.toString())).isEqualTo(2);
        assertThat(run(name, "--images", folder.resolve("none").toString())).isEqualTo(1);
        assertThat(printed())
                .contains(name + ": option --images is missing; name a folder")
                .contains("has no pictures");
    }

    @Test
    void unknownChoicesAreMisuse(@TempDir Path folder) {
        String images = folderWithChart(folder);
        assertThat(run("auto-weight", "--images", images, "--rules", "guess")).isEqualTo(2);
        assertThat(run("boundaries", "--images", images, "--boundaries", "wall"))
                .isEqualTo(2);
        assertThat(printed())
                .contains("unknown weight rule 'guess'")
                .contains("boundaries 'wall' are not all known; there are unknown,zero,periodic,reflect,edge taper");
    }

    @Test
    void weightsAreCompared(@TempDir Path folder) {
        int code =
                run("auto-weight", "--images", folderWithChart(folder), "--rules", "gcv", "--cases", "4,poisson 100");
        assertThat(code).isZero();
        assertThat(printed()).contains("rule", "4", "poisson 100", "worst").containsPattern("(?m)^gcv +-?0\\.");
    }

    @Test
    void aSweepFindsTheTop() {
        double best = WeightSweep.best(weight -> 30 - Math.pow(Math.log(weight / 0.7), 2), 2);
        assertThat(best).isCloseTo(30, within(0.02));
    }

    @Test
    void bordersAreCompared(@TempDir Path folder) {
        String images = folderWithChart(folder, 48);
        assertThat(run("boundaries", "--images", images, "--blurs", "3", "--iterations", "3"))
                .isZero();
        assertThat(printed()).contains("edge taper", "within 16 of border", "mean");
    }

    @Test
    void smallPicturesHaveNoInside(@TempDir Path folder) {
        assertThat(run("boundaries", "--images", folderWithChart(folder), "--blurs", "3"))
                .isEqualTo(2);
        assertThat(printed()).contains("a picture of 30 is all border; give one of more than 32");
    }

    @Test
    void theArticlePictureIsDrawnWhereItIsMissing(@TempDir Path folder) {
        ArticlePicture picture = ArticlePicture.of(folder.resolve("none"));
        assertThat(picture.name()).startsWith("test card, as there is no folder");
        assertThat(picture.blurred().observed().shape()).isEqualTo(Shape.of(171, 171));
    }

    @Test
    void missingTasksAreSaid(@TempDir Path folder) throws IOException {
        Path task = Files.createDirectories(folder.resolve("t2v"));
        NdArray scene = ResolutionChart.draw(24, 24).plus(NdArray.scalar(1)).times(100);
        Npy.write(task.resolve("truth.npy"), scene, WriteOptions.NEW);
        Npy.write(task.resolve("observed.npy"), scene, WriteOptions.NEW);
        Npy.write(task.resolve("psf.npy"), NdArray.full(Shape.of(3, 3), Precision.FLOAT64, 1), WriteOptions.NEW);
        Files.writeString(task.resolve("task.json"), "{\"peak\":200.5, \"note\": \"\"}");
        assertThat(run("tasks", "--folder", folder.toString())).isZero();
        assertThat(printed()).contains("t3v: its row is left out").contains("t2v");
    }

    @Test
    void aVolumeIsSimulated() {
        assertThat(run(
                        "volume",
                        "--planes",
                        "4",
                        "--side",
                        "12",
                        "--iterations",
                        "2",
                        "--psf",
                        "gaussian:sigma=1,size=3"))
                .isZero();
        assertThat(printed())
                .contains("volume [4×12×12]")
                .contains("nothing set by hand")
                .contains("Richardson-Lucy, periodic, best iteration");
    }

    @Test
    void aSheetIsWritten(@TempDir Path folder, @TempDir Path target) {
        Path sheet = target.resolve("sheet.png");
        int code = run(
                "contact-sheet",
                "--images",
                folderWithChart(folder),
                "--out",
                sheet.toString(),
                "--psfs",
                "box:size=3",
                "--noises",
                "none/gaussian:sigma=0.02");
        assertThat(code).isZero();
        assertThat(printed()).contains("chart.npy", "of 2 are better in both");
        assertThat(Images.read(sheet).shape()).isEqualTo(Shape.of(32, 6 * 32));
    }
}
