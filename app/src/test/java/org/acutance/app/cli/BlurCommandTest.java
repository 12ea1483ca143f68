package org.acutance.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.SampleType;
import org.acutance.io.Images;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BlurCommandTest {
    private static final NdArray FLAT = NdArray.full(Shape.of(5, 5), Precision.FLOAT64, 1);

    @TempDir
    Path path;

    private Folder folder() {
        return new Folder(path);
    }

    @Test
    void aPointBecomesThePointSpreadFunction() {
        double[] point = new double[7 * 9];
        point[3 * 9 + 4] = 1;
        Path in = folder().npy("point.npy", NdArray.of(point, 7, 9));
        double[] skew = {0, 1, 2, 3, 4, 5};
        Path psf = folder().npy("psf.npy", NdArray.of(skew, 1, 6));
        Path out = folder().at("out.npy");
        Outcome outcome = Outcome.of("blur", in, "--psf", "file:" + psf, "--boundary", "zero", "-o", out);
        assertThat(outcome.code()).isZero();
        assertThat(outcome.err()).contains("acutance blur: note: the sum is 15, not 1; every value was divided by it");
        NdArray row = Folder.channel(out, 0).slice(0, 3, 4);
        double[] expected = {0, 0, 1 / 15.0, 2 / 15.0, 3 / 15.0, 4 / 15.0, 5 / 15.0, 0, 0};
        assertThat(row.minus(NdArray.of(expected, 1, 9)).maxAbs()).isLessThan(1e-15);
    }

    @Test
    void theBoundaryIsThatOfDeblur() {
        Path in = folder().npy("flat.npy", FLAT);
        Path out = folder().at("out.npy");
        Outcome outcome = Outcome.of("blur", in, "--psf", "box:size=3", "-o", out, "--json");
        assertThat(outcome.json().get("boundary").asString()).isEqualTo("reflect");
        assertThat(Folder.channel(out, 0).minus(FLAT).maxAbs()).isLessThan(1e-15);
        Outcome.of("blur", in, "--psf", "box:size=3", "--boundary", "zero", "-o", out, "--force");
        assertThat(Folder.channel(out, 0).get(0)).isCloseTo(4 / 9.0, within(1e-15));
    }

    @Test
    void noiseIsTheSameForASeedAndDiffersBetweenColours() {
        Path in = folder().image("x.npy", ColourModel.RGB, 3, SampleType.FLOAT64);
        Image first = noisy(in, "a.npy", 7);
        assertThat(noisy(in, "b.npy", 7)).isEqualTo(first);
        assertThat(noisy(in, "c.npy", 8)).isNotEqualTo(first);
        Image clean = Images.read(in);
        NdArray red = first.channels().get(0).minus(clean.channels().get(0));
        NdArray green = first.channels().get(1).minus(clean.channels().get(1));
        assertThat(red.minus(green).maxAbs()).isGreaterThan(0.001);
        assertThat(red.norm() / Math.sqrt(red.size())).isCloseTo(0.01, within(0.002));
    }

    private Image noisy(Path in, String name, int seed) {
        Outcome outcome = Outcome.of(
                "blur",
                in,
                "--psf",
                "delta",
                "--noise",
                "gaussian:sigma=0.01",
                "--seed",
                seed,
                "-o",
                folder().at(name));
        assertThat(outcome.code()).isZero();
        return Images.read(folder().at(name));
    }

    @Test
    void saysWhatShareWasClipped() {
        Path in = folder().npy("x.npy", NdArray.of(new double[] {-1, 0, 0.5, 2}, Shape.of(2, 2)));
        Outcome outcome = Outcome.of("blur", in, "--psf", "delta", "-o", folder().at("x.png"));
        assertThat(outcome.out())
                .contains("clipped   50.0 % of the samples lay outside the range of uint16")
                .contains("wrote     " + folder().at("x.png") + ", [2×2] GRAY uint16");
    }

    @Test
    void blursTheArticlesPicture() {
        Path out = folder().at("y.npy");
        Outcome.of(
                "blur",
                SharedData.file("article/astro_org.npy"),
                "--psf",
                "gaussian:sigma=1x3,size=13",
                "--boundary",
                "zero",
                "-o",
                out);
        NdArray expected = Folder.channel(SharedData.file("article/astro_blur.npy"), 0);
        assertThat(Folder.channel(out, 0).minus(expected).maxAbs()).isLessThan(1e-12);
    }
}
