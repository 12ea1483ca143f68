package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.Images;
import org.acutance.io.Npy;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

final class PsfCommandTest {
    @TempDir
    Path path;

    private Folder folder() {
        return new Folder(path);
    }

    @Test
    void writesTheArticlesExactly() {
        Path out = folder().at("psf.npy");
        Outcome outcome = Outcome.of("psf", "gaussian:sigma=1x3,size=13", "-o", out);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.out().lines())
                .contains("kernel    [13×13]", "centroid  0.000 x 0.000 pixels from the middle")
                .last()
                .isEqualTo("wrote     " + out + ", exactly");
        NdArray expected = Npy.read(SharedData.file("article/psf.npy"));
        assertThat(Npy.read(out).minus(expected).maxAbs()).isLessThan(1e-15);
    }

    @Test
    void examinesOneFromAFile() {
        Path in = folder().npy("in.npy", NdArray.of(new double[] {0, 2, 2}, 1, 3));
        Outcome outcome = Outcome.of("psf", "file:" + in, "-o", folder().at("out.tif"), "--json");
        JsonNode found = outcome.json();
        assertThat(found.get("sum").asDouble()).isEqualTo(4);
        assertThat(found.get("offset").get(1).asDouble()).isCloseTo(0.5, within(1e-15));
        assertThat(found.get("fwhm").get(1).asDouble()).isCloseTo(2, within(1e-15));
        assertThat(found.get("findings").get(0).asString())
                .isEqualTo("note: the sum is 4, not 1; every value was divided by it");
        assertThat(found.get("scale").asDouble()).isEqualTo(1);
        assertThat(Images.read(folder().at("out.tif")).sampleType()).isEqualTo(SampleType.FLOAT64);
    }

    @Test
    void aPictureIsScaledToItsLargestValue() {
        Path out = folder().at("psf.png");
        Outcome outcome = Outcome.of("psf", "box:size=5", "-o", out);
        assertThat(outcome.out())
                .endsWith("times 25.0000, so that the largest value is white" + System.lineSeparator());
        assertThat(Images.read(out).channels().get(0).min()).isEqualTo(65535);
    }

    @Test
    void hasAsManyAxesAsAskedFor() {
        Path out = folder().at("psf.npy");
        assertThat(Outcome.of("psf", "box:size=3", "--rank", 3, "-o", out).code())
                .isZero();
        assertThat(Npy.read(out).shape()).isEqualTo(Shape.of(3, 3, 3));
    }

    @Test
    void itsInputIsSafe() {
        Path in = folder().npy("in.npy", NdArray.of(new double[] {1, 1, 1}, 1, 3));
        Outcome outcome = Outcome.of("psf", "file:" + in, "-o", in, "--force");
        assertThat(outcome.code()).isEqualTo(5);
        assertThat(outcome.error()).endsWith("it is the input " + in + " itself; choose another name");
    }
}
