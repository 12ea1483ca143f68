package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.Images;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class UncertaintyFileTest {
    @TempDir
    Path path;

    private Folder folder() {
        return new Folder(path);
    }

    /** Without a blur the posterior of every pixel is known: precisions of noise and prior add up. */
    @Test
    void isThePosteriorOfEveryColour() {
        Path blurred = folder().image("y.png", ColourModel.RGBA, 4, SampleType.UINT8);
        Path out = folder().at("deviation.tif");
        Outcome outcome = Outcome.of(
                "deblur",
                blurred,
                "--psf",
                "delta",
                "--fidelity",
                "gaussian:sigma=0.1",
                "--prior",
                "tikhonov:weight=150",
                "--boundary",
                "periodic",
                "--uncertainty",
                out,
                "--json");
        assertThat(outcome.code()).isZero();
        Image deviation = Images.read(out);
        assertThat(deviation.colourModel()).isEqualTo(ColourModel.RGB);
        assertThat(deviation.sampleType()).isEqualTo(SampleType.FLOAT32);
        double expected = 1 / Math.sqrt(1 / 0.01 + 150);
        deviation.colours().forEach(colour -> {
            assertThat(colour.min()).isCloseTo(expected, within(1e-6));
            assertThat(colour.max()).isCloseTo(expected, within(1e-6));
        });
        assertThat(outcome.json().get("uncertainty").asString()).isEqualTo(out.toString());
        assertThat(outcome.json().get("uncertainty_median").asDouble()).isCloseTo(expected, within(1e-6));
        assertThat(outcome.json().get("uncertainty_meaning").asString())
                .isEqualTo(
                        "posterior standard deviation under prior tikhonov in Laplace's approximation, from 64 probes");
    }

    @Test
    void wholeNumbersAndUnknownNoiseAreRefusedBeforeTheWork() {
        Path blurred = folder().gray("y.png", SampleType.UINT8);
        Path rounded = folder().at("u.png");
        assertThat(Outcome.of("deblur", blurred, "--psf", "delta", "--uncertainty", rounded)
                        .error())
                .isEqualTo("acutance deblur: --uncertainty: " + rounded
                        + " would round the deviations to whole numbers; name a .tif or .npy file");
        assertThat(Outcome.of(
                                "deblur",
                                blurred,
                                "--psf",
                                "delta",
                                "--fidelity",
                                "norm",
                                "--prior",
                                "gradient-norm:weight=0.1",
                                "--uncertainty",
                                folder().at("u.npy"))
                        .error())
                .isEqualTo(
                        "acutance deblur: uncertainty: the level of the noise is not known, the fidelity being the norm of"
                                + " the differences, whatever the level of noise; use fidelity auto, gaussian or poisson");
        assertThat(folder().at("y-deblurred.png")).doesNotExist();
    }
}
