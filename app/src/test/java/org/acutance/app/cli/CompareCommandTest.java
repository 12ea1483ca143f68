package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.SampleType;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class CompareCommandTest {
    @TempDir
    Path path;

    private Folder folder() {
        return new Folder(path);
    }

    private JsonNode compare(Path a, Path b) {
        Outcome outcome = Outcome.of("compare", a, b, "--json");
        assertThat(outcome.code()).isZero();
        return outcome.json();
    }

    @Test
    void aConstantDifferenceOfATenthIs20Decibels() {
        Path a = folder().npy("a.npy", Folder.pattern());
        Path b = folder().npy("b.npy", Folder.pattern().plus(NdArray.scalar(0.1)));
        JsonNode result = compare(a, b);
        assertThat(result.get("psnr").asDouble()).isCloseTo(20, within(1e-9));
        assertThat(result.get("rmse").asDouble()).isCloseTo(0.1, within(1e-12));
        assertThat(result.get("max_difference").asDouble()).isCloseTo(0.1, within(1e-12));
        assertThat(result.get("data_range").asDouble()).isEqualTo(1);
    }

    @Test
    void equalImagesAreInfinitelyNear() {
        Path a = folder().gray("a.png", SampleType.UINT8);
        assertThat(compare(a, a).get("psnr").isNull()).isTrue();
        assertThat(compare(a, a).get("ssim").asDouble()).isEqualTo(1);
        assertThat(Outcome.of("compare", a, a).out()).contains("PSNR      infinite dB");
    }

    @Test
    void typesAreComparedByWhatTheyMean() {
        Path wide = folder().gray("a.tif", SampleType.UINT16);
        Path narrow = folder().gray("b.png", SampleType.UINT8);
        JsonNode result = compare(wide, narrow);
        assertThat(result.get("a_type").asString()).isEqualTo("uint16");
        assertThat(result.get("max_difference").asDouble()).isBetween(0.0, 0.5 / 255 + 0.5 / 65535);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "-0.5, 1, 2", "0, 10, 10", "-3, 1, 4"})
    void theDataRangeFollowsTheReference(double least, double most, double range) {
        NdArray reference = NdArray.of(new double[] {least, most, 0.5, 0.5}, Shape.of(2, 2));
        Path a = folder().npy("a.npy", reference);
        Path b = folder().npy("b.npy", reference.plus(NdArray.scalar(range / 10)));
        assertThat(compare(a, b).get("data_range").asDouble()).isEqualTo(range);
        assertThat(compare(a, b).get("psnr").asDouble()).isCloseTo(20, within(1e-9));
    }

    @Test
    void structuralSimilarityNeedsSevenPixels() {
        Path a = folder().npy("a.npy", Folder.pattern(Shape.of(6, 20), 0));
        assertThat(compare(a, a).get("ssim").isNull()).isTrue();
        assertThat(Outcome.of("compare", a, a).out()).contains("SSIM      undefined");
    }

    @Test
    void opacityIsLeftOut() {
        Path a = folder().image("a.png", ColourModel.RGBA, 4, SampleType.UINT8);
        Path b = folder().image("b.png", ColourModel.RGB, 3, SampleType.UINT8);
        assertThat(compare(a, b).get("max_difference").asDouble()).isZero();
    }

    @Test
    void imagesOfDifferentKindsAreRefused() {
        Path a = folder().npy("a.npy", Folder.pattern());
        Path b = folder().image("b.png", ColourModel.RGB, 3, SampleType.UINT8);
        Outcome outcome = Outcome.of("compare", a, b);
        assertThat(outcome.code()).isEqualTo(4);
        assertThat(outcome.error())
                .isEqualTo("acutance compare: the reference is [12×14] GRAY float64 but the image is [12×14] RGB uint8;"
                        + " give two of one shape and one number of colours");
    }
}
