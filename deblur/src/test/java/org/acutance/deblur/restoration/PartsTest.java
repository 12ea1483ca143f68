package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.acutance.deblur.image.ColourModel;
import org.acutance.deblur.image.Image;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

/** Images that are deblurred part by part, beside the same as a whole. */
class PartsTest {
    private static final String LUCY = "richardson-lucy:iterations=8,tolerance=0";

    private static final NdArray PSF = NdArray.of(new double[] {1, 2, 1, 2, 4, 2, 1, 2, 1}, 3, 3);

    private static final Sample PICTURE = Sample.of(Shape.of(70, 64), PSF.times(1.0 / 16), 0.01, 3);

    private static final Sample LARGE_PICTURE = Sample.of(Shape.of(150, 128), PSF.times(1.0 / 16), 0.01, 3);

    private static final Sample VOLUME =
            Sample.of(Shape.of(20, 40, 36), NdArray.full(Shape.of(3, 3, 3), Precision.FLOAT64, 1.0 / 27), 0.01, 4);

    private static Restored restored(Settings settings, Sample sample) {
        return Deblurring.run(Plan.of(settings, Image.gray(sample.observed()), path -> sample.psf()));
    }

    private static Settings settings(String prior) {
        return Settings.of("file:psf.npy").withMethod(LUCY).withPrior(prior).withBoundary("unknown");
    }

    @Test
    void withRichardsonLucyTheyAreTheWhole() {
        requireAlike(settings("none"), "24x32", PICTURE, 0);
        requireAlike(settings("none"), "10x20x36", VOLUME, 0);
    }

    /** Beyond the border of the image lies the other side of the canvas, which a part has not. */
    @Test
    void withTotalVariationTheyAreTheWholeButAtTheBorder() {
        Settings smoothed = Settings.of("file:psf.npy")
                .withPrior("smoothed-tv:weight=10")
                .withFidelity("gaussian:sigma=0.01")
                .withMethod("newton-cg:xtol=1e-6")
                .withBoundary("unknown");
        requireAlike(smoothed, "75x64", LARGE_PICTURE, 12);
        Settings kinked = smoothed.withPrior("tv:weight=10").withMethod("admm:tol=1e-6");
        requireAlike(kinked, "75x64", LARGE_PICTURE, 12);
        requireAlike(kinked.with(Setting.SEAM, "0.002"), "20x20x36", VOLUME, 8);
    }

    @Test
    void withTheMeanOfTwoEstimatesTheyAreTheWholeButAtTheBorder() {
        Settings mean = Settings.of("file:psf.npy")
                .withPrior("log-hessian:weight=5,scale=0.2+tv:weight=10")
                .withFidelity("gaussian:sigma=0.01")
                .withBoundary("unknown")
                .with(Setting.SEAM, "0.05");
        requireAlike(mean, "75x64", LARGE_PICTURE, 12);
    }

    private static void requireAlike(Settings settings, String tile, Sample sample, int border) {
        NdArray whole = restored(settings, sample).image().channels().get(0);
        Restored parts = restored(settings.with(Setting.TILE, tile), sample);
        NdArray joined = parts.image().channels().get(0);
        Seams seams = parts.seams().orElseThrow();
        assertThat(seams.parts()).isGreaterThan(1);
        assertThat(seams.isExceeded()).as(seams.toString()).isFalse();
        assertThat(inside(joined.minus(whole), border).maxAbs()).isLessThan(seams.bound() * whole.maxAbs());
        assertThat(joined).isNotEqualTo(whole);
    }

    /** Along axes that are longer than the borders by far. */
    private static NdArray inside(NdArray array, int border) {
        NdArray inner = array;
        for (int axis = 0; axis < array.rank(); axis++) {
            int extent = array.shape().extent(axis);
            inner = 2 * border < extent ? inner.slice(axis, border, extent - border) : inner;
        }
        return inner;
    }

    @Test
    void aSmallerBoundTakesLargerMargins() {
        Settings settings = settings("none").with(Setting.TILE, "24x32");
        Seams usual = restored(settings, PICTURE).seams().orElseThrow();
        Seams strict =
                restored(settings.with(Setting.SEAM, "1e-9"), PICTURE).seams().orElseThrow();
        assertThat(strict.bound()).isEqualTo(1e-9);
        assertThat(strict.margin().extent(0)).isGreaterThan(usual.margin().extent(0));
        assertThat(strict.difference().orElseThrow())
                .isLessThan(usual.difference().orElseThrow());
    }

    @Test
    void whatWasCancelledIsNotSaidToFit() {
        Plan plan = Plan.of(
                settings("none").with(Setting.TILE, "24x32"), Image.gray(PICTURE.observed()), path -> PICTURE.psf());
        Restored cancelled = new Deblurring(plan, (stage, run) -> {}, () -> true).run();
        assertThat(cancelled.seams().orElseThrow())
                .asString()
                .endsWith("; how they fit was not measured, since the run was cancelled");
        assertThat(cancelled.image().channels().get(0).shape())
                .isEqualTo(PICTURE.observed().shape());
    }

    /** Found in each part anew, weights and penalties would differ, and so would what is seen where parts meet. */
    @Test
    void whatIsFoundFromTheImageIsFoundOnce() {
        Settings settings = Settings.of("file:psf.npy").withPrior("tv").with(Setting.TILE, "36x64");
        Restored parts = restored(settings, PICTURE);
        assertThat(parts.weights()).hasSize(1);
        Restored again = restored(settings, PICTURE);
        assertThat(again.image()).isEqualTo(parts.image());
    }

    @Test
    void coloursAndAlphaAreKept() {
        NdArray red = PICTURE.observed();
        NdArray green = red.times(0.5);
        Image image = Image.of(
                ColourModel.RGBA, List.of(red, green, red.times(0.25), NdArray.full(red.shape(), red.precision(), 1)));
        for (String prior : List.of("tv:weight=20", "vectorial-tv:weight=20")) {
            Settings settings = Settings.of("file:psf.npy")
                    .withPrior(prior)
                    .withFidelity("gaussian:sigma=0.01")
                    .with(Setting.TILE, "36x64");
            Image sharp = Deblurring.run(Plan.of(settings, image, path -> PICTURE.psf()))
                    .image();
            assertThat(sharp.alpha()).isEqualTo(image.alpha());
            NdArray error = sharp.colours().get(1).minus(PICTURE.scene().times(0.5));
            assertThat(error.norm())
                    .isLessThan(green.minus(PICTURE.scene().times(0.5)).norm());
        }
    }

    @Test
    void arraysOfTheImagesShapeAreCut() {
        NdArray mask = NdArray.full(PICTURE.observed().shape(), Precision.FLOAT64, 2);
        Settings settings = settings("none").with(Setting.MASK, "mask.npy").with(Setting.TILE, "24x32");
        Plan plan = Plan.of(
                settings, Image.gray(PICTURE.observed()), path -> path.equals("mask.npy") ? mask : PICTURE.psf());
        assertThat(plan.explain()).anyMatch(line -> line.startsWith("tiles: 6 parts of [24×32], each solved with"));
        assertThat(Deblurring.run(plan).seams().orElseThrow().isExceeded()).isFalse();
    }

    @Test
    void whatIsAboutTheWholeIsRefused() {
        Settings tiled = settings("none").with(Setting.TILE, "24x32");
        assertThatThrownBy(() -> restored(tiled.withBoundary("periodic"), PICTURE))
                .hasMessage(
                        "deblur: the image cannot be deblurred part by part, as asked for, for boundary periodic joins"
                                + " opposite sides; give the JVM more memory with -Xmx, or change that");
        assertThatThrownBy(() ->
                        restored(tiled.withMethod("auto").withFidelity("norm").withPrior("tv:weight=1"), PICTURE))
                .hasMessageContaining("fidelity norm is no sum over the samples");
        assertThatThrownBy(() -> restored(
                        tiled.withMethod("auto").withFidelity("l2").withPrior("gradient-norm:weight=1"), PICTURE))
                .hasMessageContaining("prior gradient-norm:weight=1 is no sum over the surroundings of samples");
        assertThatThrownBy(() -> restored(tiled.with(Setting.TILE, "24"), PICTURE))
                .hasMessage("deblur: tile 24 has 1 extents but the image [70×64] has rank 2; give one for each axis");
        Plan plan = Plan.of(tiled, Image.gray(PICTURE.observed()), path -> PICTURE.psf());
        Restored restored = Deblurring.run(plan);
        assertThatThrownBy(() -> new Deblurring(plan, (stage, run) -> {}, () -> false)
                        .uncertainty(restored, OptionalInt.empty()))
                .hasMessage(
                        "uncertainty: the image is deblurred in 6 parts, but this is computed for the whole only; give"
                                + " the JVM more memory with -Xmx, or leave --tile out");
    }

    @Test
    void pixelsThatAreNoNumbersAreRefusedBeforeAnyWork() {
        double[] values = PICTURE.observed().toDoubles();
        values[values.length - 1] = Double.NaN;
        Sample broken = PICTURE.with(NdArray.of(values, PICTURE.observed().shape()));
        assertThatThrownBy(() -> Plan.of(
                        settings("none").with(Setting.TILE, "24x32"),
                        Image.gray(broken.observed()),
                        path -> broken.psf()))
                .hasMessageStartingWith("deblur: 1 of 4480 pixels are NaN or infinite, the first at [69, 63]");
    }
}
