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

    @Test
    void aMicroscopesIsExaminedInItsUnits() {
        String spec = "gibson-lanni:na=1.4,wavelength=520nm,voxel=300nmx65nmx65nm,immersion=1.515,size=9x41x41";
        Outcome outcome = Outcome.of("psf", spec, "--rank", 3, "-o", folder().at("psf.npy"));
        assertThat(outcome.out().lines())
                .contains("kernel    [9×41×41]")
                .anyMatch(line -> line.matches("FWHM      [0-9.]+ x [0-9.]+ x [0-9.]+ pixels, .* nm x .* nm x .* nm"))
                .anyMatch(line -> line.matches("light     [0-9.]+ % on the border, about [0-9.]+ % beyond"))
                .contains("sampling  pixels of 300 nm x 65 nm x 65 nm, Nyquist's limit 277.8 nm x 92.86 nm x 92.86 nm")
                .contains("warning: pixels of 300 nm along axis 0 are larger than Nyquist's limit of 277.8 nm;"
                        + " detail that fine is recorded falsely; record with smaller pixels or planes");
        JsonNode found = Outcome.of("psf", spec, "--rank", 3, "-o", folder().at("again.npy"), "--json")
                .json();
        assertThat(found.get("voxel_nm").get(0).asDouble()).isEqualTo(300);
        assertThat(found.get("nyquist_nm").get(2).asDouble()).isCloseTo(520 / 5.6, within(1e-9));
        assertThat(found.get("fwhm_nm").get(2).asDouble()).isBetween(185.0, 205.0);
        assertThat(found.get("response").get(2).asDouble()).isBetween(0.0, 0.2);
        // A kernel of 9 x 255 x 255 has 0.102 of its light beyond; the estimate is good to a factor of three.
        assertThat(found.get("beyond").asDouble()).isBetween(0.102 / 3, 0.102 * 3);
    }

    @Test
    void measuresOnTheStarsOfAnImage() {
        double[] sky = new double[64 * 64];
        for (int i = 0; i < sky.length; i++) {
            int row = i / 64;
            double first = Math.hypot(row - 20.3, i % 64 - 18.7);
            double second = Math.hypot(row - 44.6, i % 64 - 41.2);
            sky[i] = 1 + 100 * Math.exp(-first * first / 4) + 50 * Math.exp(-second * second / 4);
        }
        Path in = folder().npy("sky.npy", NdArray.of(sky, 64, 64));
        Outcome outcome = Outcome.of("psf", "stars:path=" + in + ",size=15", "-o", folder().at("psf.npy"));
        assertThat(outcome.out().lines())
                .contains("kernel    [15×15]")
                .contains("note: 2 points of light found, 2 used; their mean was taken, in proportion to their light");
    }

    @Test
    void kernelsNest() {
        Path out = folder().at("psf.npy");
        Outcome outcome = Outcome.of(
                "psf", "cut:energy=0.99,psf=(sum:0.7*(gaussian:sigma=2)+0.3*(moffat:fwhm=4,size=31))", "-o", out);
        assertThat(outcome.code()).isZero();
        Outcome refused = Outcome.of("psf", "sum:0.7*(gaussian:sigma=2", "-o", out);
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.error())
                .endsWith(
                        "sum: the parentheses in '0.7*(gaussian:sigma=2' do not match; close each one that is opened");
    }
}
