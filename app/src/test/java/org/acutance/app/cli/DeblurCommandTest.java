package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.Images;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

final class DeblurCommandTest {
    @TempDir
    Path path;

    private Folder folder() {
        return new Folder(path);
    }

    /** The article's loss wherever a test says nothing else: quick, and any image of any size converges. */
    private static Outcome plainly(Object... given) {
        Map<String, String> usual = new LinkedHashMap<>();
        usual.put("--fidelity", "norm");
        usual.put("--prior", "gradient-norm:weight=0.1");
        usual.put("--boundary", "reflect");
        usual.put("--method", "newton-cg");
        List<Object> arguments = new ArrayList<>(List.of(given));
        usual.forEach((option, value) -> {
            if (!arguments.contains(option)) {
                arguments.add(option);
                arguments.add(value);
            }
        });
        return Outcome.of(arguments.toArray());
    }

    @Test
    void aKernelOfThreeColumnsIsAKernelAndNoPicture() {
        Path volume = folder().npy("volume.npy", Folder.pattern(Shape.of(5, 6, 7), 0));
        Path kernel = folder().npy("kernel.npy", Folder.pattern(Shape.of(3, 3, 3), 1));
        Path plane = folder().npy("plane.npy", Folder.pattern(Shape.of(9, 8), 0));
        assertThat(plainly("deblur", volume, "--psf", "file:" + kernel).code()).isZero();
        Outcome refused = plainly("deblur", plane, "--psf", "file:" + kernel);
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .contains("blur: kernel [3×3×3] has rank 3 but the image has rank 2; use a kernel with one axis per"
                        + " axis of the image");
    }

    @Test
    void bringsABlurredImageNearerToTheTrueOne() {
        Path truth = folder().npy("x.npy", Folder.pattern(Shape.of(24, 20), 0));
        Path blurred = folder().at("y.npy");
        assertThat(Outcome.of("blur", truth, "--psf", "gaussian:sigma=1", "-o", blurred)
                        .code())
                .isZero();
        Outcome outcome = plainly(
                "deblur",
                blurred,
                "--psf",
                "gaussian:sigma=1",
                "--fidelity",
                "l2",
                "--prior",
                "gradient:weight=1e-6",
                "--reference",
                truth,
                "--json");
        assertThat(outcome.code()).isZero();
        JsonNode result = outcome.json();
        assertThat(result.get("psnr").asDouble())
                .isGreaterThan(result.get("start_psnr").asDouble() + 3);
        assertThat(result.get("ssim").asDouble())
                .isGreaterThan(result.get("start_ssim").asDouble());
        assertThat(result.get("loss").asDouble())
                .isLessThan(result.get("start_loss").asDouble());
        assertThat(result.get("output").asString()).endsWith("y-deblurred.npy");
        assertThat(folder().at("y-deblurred.npy")).exists();
    }

    @Test
    void jsonHasTheKeysOfTheHelp() {
        Path blurred = folder().gray("y.png", SampleType.UINT8);
        Outcome outcome = plainly("deblur", blurred, "--psf", "delta", "--reference", blurred, "--json");
        assertThat(outcome.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "command",
                        "input",
                        "shape",
                        "psf",
                        "fidelity",
                        "prior",
                        "weight",
                        "boundary",
                        "gain",
                        "background",
                        "invalid",
                        "mask",
                        "method",
                        "start",
                        "max_iterations",
                        "precision",
                        "tile",
                        "seam",
                        "noise",
                        "chosen_prior",
                        "chosen_boundary",
                        "chosen_precision",
                        "chosen_method",
                        "weights",
                        "masked",
                        "certificates",
                        "loss",
                        "start_loss",
                        "iterations",
                        "nfev",
                        "njev",
                        "nhev",
                        "seconds",
                        "success",
                        "reason",
                        "message",
                        "output",
                        "output_type",
                        "clipped_share",
                        "data_range",
                        "psnr",
                        "ssim",
                        "start_psnr",
                        "start_ssim",
                        "reference_loss");
        String help = Outcome.of("deblur", "--help").out();
        assertThat(outcome.json().propertyNames())
                .allSatisfy(key -> assertThat(help).contains(key));
    }

    @Test
    void saysHowTilesFitTogether() {
        Path blurred = folder().gray("y.png", SampleType.UINT8);
        Outcome outcome = plainly(
                "deblur",
                blurred,
                "--psf",
                "gaussian:sigma=1",
                "--method",
                "richardson-lucy:iterations=2",
                "--fidelity",
                "auto",
                "--prior",
                "none",
                "--tile",
                "8x8",
                "--seam",
                "0.01",
                "--json");
        assertThat(outcome.json().propertyNames()).contains("tiles", "margin", "seam_measured");
        assertThat(plainly("deblur", blurred, "--psf", "gaussian:sigma=1", "--tile", "8")
                        .err())
                .contains("tile 8 has 1 extents but the image");
        assertThat(plainly("deblur", blurred, "--psf", "gaussian:sigma=1", "--tile", "8x")
                        .err())
                .contains(
                        "--tile: cannot use '8x'; expected auto, none, or a whole number for each axis, as 64x256x256");
    }

    @Test
    void saysInShortWhatItDid() {
        Path blurred = folder().gray("y.png", SampleType.UINT8);
        Outcome outcome = plainly("deblur", blurred, "--psf", "gaussian:sigma=1", "--method", "l-bfgs");
        assertThat(outcome.out().lines().map(line -> line.replaceAll(" .*", "")))
                .contains("read", "model", "loss", "effort", "end")
                .last()
                .isEqualTo("wrote");
        assertThat(outcome.out())
                .contains("end       Converged")
                .contains("wrote     " + folder().at("y-deblurred.png"));
        assertThat(outcome.err()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = SampleType.class,
            names = {"UINT8", "INT16", "UINT16", "UINT32", "FLOAT32", "FLOAT64"})
    void theTypeOfTheSamplesStays(SampleType type) {
        Path in = folder().gray("y.tif", type);
        assertThat(plainly("deblur", in, "--psf", "delta", "--prior", "none").code())
                .isZero();
        Image result = Images.read(folder().at("y-deblurred.tif"));
        assertThat(result.sampleType()).isEqualTo(type);
        assertThat(result.channels()).isEqualTo(Images.read(in).channels());
    }

    @Test
    void aFormatWithoutTheTypeTakesTheOneThatHoldsMost() {
        Path in = folder().gray("y.tif", SampleType.FLOAT32);
        Outcome outcome = plainly("deblur", in, "--psf", "delta", "-o", folder().at("x.png"), "--json");
        assertThat(outcome.json().get("output_type").asString()).isEqualTo("uint16");
        assertThat(Images.read(folder().at("x.png")).sampleType()).isEqualTo(SampleType.UINT16);
    }

    @ParameterizedTest
    @CsvSource({"y.png, RGBA, 4", "y.png, GRAY_ALPHA, 2", "y.npy, RGB, 3", "y.tif, MANY, 5"})
    void coloursAreDeblurredAndAlphaIsKept(String name, ColourModel model, int channels) {
        Path in = folder().image(name, model, channels, SampleType.UINT8);
        Path out = Output.beside(in, "-deblurred");
        Outcome outcome = plainly("deblur", in, "--psf", "gaussian:sigma=1x2", "--max-iterations", 3);
        assertThat(outcome.code()).isEqualTo(3);
        Image before = Images.read(in);
        Image after = Images.read(out);
        assertThat(after.colourModel()).isEqualTo(model);
        assertThat(after.alpha()).isEqualTo(before.alpha());
        assertThat(after.colours()).doesNotContainAnyElementsOf(before.colours());
    }

    @ParameterizedTest
    @CsvSource({"v.npy", "v.tif"})
    void volumesAreDeblurredByKernelsOfThreeAxes(String name) {
        Path in = folder().at(name);
        NdArray volume = Folder.pattern(Shape.of(5, 8, 9), 0);
        Images.write(in, Image.gray(volume), org.acutance.io.WriteOptions.NEW);
        Path psf = folder().at("psf.npy");
        assertThat(Outcome.of("psf", "gaussian:sigma=0.5x1x1,size=3x5x5", "--rank", 3, "-o", psf)
                        .code())
                .isZero();
        assertThat(plainly("deblur", in, "--psf", "file:" + psf, "--max-iterations", 2)
                        .code())
                .isEqualTo(3);
        Image result = Images.read(Output.beside(in, "-deblurred"));
        assertThat(result.shape()).isEqualTo(volume.shape());
        assertThat(result.channels().get(0)).isNotEqualTo(volume);
    }

    @Test
    void theLimitOfIterationsIsExitCode3AndTheResultIsWritten() {
        Path in = folder().npy("y.npy", Folder.pattern());
        Outcome outcome = plainly("deblur", in, "--psf", "gaussian:sigma=2", "--max-iterations", 2, "--json");
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.json().get("iterations").asInt()).isEqualTo(2);
        assertThat(outcome.json().get("success").asBoolean()).isFalse();
        assertThat(outcome.json().get("reason").asString()).isEqualTo("MAX_ITERATIONS");
        assertThat(outcome.json().get("message").asString())
                .isEqualTo(
                        "Stopped at the limit of iterations; raise --max-iterations or the method's maxiter, or go on"
                                + " with --start file:OUT.");
        assertThat(folder().at("y-deblurred.npy")).exists();
    }

    @ParameterizedTest
    @CsvSource({"2, 130", "15, 143"})
    void aSignalLeavesTheBestResultSoFar(int signal, int code) {
        Path in = folder().npy("y.npy", Folder.pattern());
        Cancellation cancellation = new Cancellation();
        cancellation.request(signal);
        Outcome outcome = Outcome.of(cancellation, "deblur", in, "--psf", "gaussian:sigma=2");
        assertThat(outcome.code()).isEqualTo(code);
        assertThat(outcome.out())
                .contains("end       Cancelled; the result is the best so far; go on with --start file:OUT.");
        assertThat(Folder.channel(folder().at("y-deblurred.npy"), 0)).isEqualTo(Folder.pattern());
    }

    @Test
    void goesOnWhereItStopped() {
        Path in = folder().npy("y.npy", Folder.pattern());
        Path part = folder().at("part.npy");
        Outcome first = plainly("deblur", in, "--psf", "gaussian:sigma=2", "--max-iterations", 2, "-o", part, "--json");
        Outcome second = plainly("deblur", in, "--psf", "gaussian:sigma=2", "--start", "file:" + part, "--json");
        assertThat(second.json().get("start_loss").asDouble())
                .isEqualTo(first.json().get("loss").asDouble());
    }

    @Test
    void explainsAndDoesNothing() {
        Path in = folder().image("y.png", ColourModel.RGB, 3, SampleType.UINT8);
        var before = folder().contents();
        Outcome outcome = plainly("deblur", in, "--psf", "gaussian:sigma=1", "--explain");
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .contains(
                        "image: [12×14] RGB uint8, deblurred in 3 channels, each for itself, samples as FLOAT64 from 0 to 1, since"
                                + " it is no volume",
                        "output: " + folder().at("y-deblurred.png"));
        assertThat(folder().contents()).isEqualTo(before);
    }

    @Test
    void drawsTheLossAlongTheRun() {
        Path in = folder().gray("y.png", SampleType.UINT8);
        Path plot = folder().at("loss.png");
        Outcome outcome = plainly("deblur", in, "--psf", "gaussian:sigma=1", "--max-iterations", 3, "--plot", plot);
        assertThat(outcome.code()).isEqualTo(3);
        assertThat(Images.read(plot).shape().extent(1)).isGreaterThan(500);
    }

    @Test
    void replacesAnOldResultWithForceOnly() {
        Path in = folder().npy("y.npy", Folder.pattern());
        List<Object> arguments = List.of("deblur", in, "--psf", "gaussian:sigma=1");
        assertThat(Outcome.of(arguments.toArray()).code()).isZero();
        assertThat(Outcome.of(arguments.toArray()).code()).isEqualTo(5);
        assertThat(plainly("deblur", in, "--psf", "gaussian:sigma=1", "--force").code())
                .isZero();
    }

    @Test
    void keepsNamesWithSpacesAndLettersOfAllTongues() {
        Path in = folder().npy("Ärger über 100%.v2.npy", Folder.pattern());
        Outcome outcome = plainly("deblur", in, "--psf", "gaussian:sigma=1");
        assertThat(outcome.code()).isZero();
        assertThat(Files.exists(folder().at("Ärger über 100%.v2-deblurred.npy")))
                .isTrue();
        assertThat(outcome.out()).contains("Ärger über 100%.v2-deblurred.npy");
    }

    @Test
    void isTheArticleFromFileToFile() {
        Path out = folder().at("x.npy");
        Outcome outcome = Outcome.of(
                "deblur",
                SharedData.file("article/astro_blur.npy"),
                "--psf",
                "file:" + SharedData.file("article/psf.npy"),
                "--fidelity",
                "norm",
                "--prior",
                "gradient-norm:weight=0.2",
                "--boundary",
                "zero",
                "--method",
                "newton-cg",
                "--start",
                "file:" + SharedData.file("article/x0_seed0.npy"),
                "--reference",
                SharedData.file("article/astro_org.npy"),
                "-o",
                out,
                "--json");
        assertThat(outcome.code()).isZero();
        JsonNode result = outcome.json();
        assertThat(result.get("loss").asDouble()).isCloseTo(2.1643498139997903, within(2e-8));
        assertThat(result.get("iterations").asInt()).isBetween(12, 16);
        assertThat(result.get("nfev").asInt()).isBetween(17, 23);
        assertThat(result.get("psnr").asDouble()).isCloseTo(22.1817, within(1e-3));
        assertThat(result.get("ssim").asDouble()).isCloseTo(0.7749, within(1e-4));
        assertThat(result.get("start_psnr").asDouble()).isCloseTo(18.9587, within(1e-4));
        assertThat(result.get("start_ssim").asDouble()).isCloseTo(0.6123, within(1e-4));
        NdArray minimiser = Folder.channel(SharedData.file("article/astro_opt.npy"), 0);
        assertThat(Folder.channel(out, 0).minus(minimiser).maxAbs()).isLessThan(1e-4);
    }
}
