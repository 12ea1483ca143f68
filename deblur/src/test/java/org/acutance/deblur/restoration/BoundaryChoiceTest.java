package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.acutance.deblur.image.GaussianFilter;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenes whose border is known, blurred by 7x5 pixels, with noise. */
class BoundaryChoiceTest {
    private static final NdArray KERNEL = NdArray.full(Shape.of(7, 5), Precision.FLOAT64, 1.0 / 35);
    private static final Settings SETTINGS = Settings.of("file:kernel").withFidelity("gaussian");

    private static NdArray scene(Shape shape, long seed) {
        Random random = new Random(seed);
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        NdArray cloud = new GaussianFilter(Boundary.PERIODIC).apply(NdArray.of(values, shape), 2.5, 2.5);
        return cloud.times(0.15 / (cloud.norm() / Math.sqrt(cloud.size()))).plus(NdArray.scalar(0.5));
    }

    private static BoundaryChoice chosen(Settings settings, NdArray observed) {
        return Plan.of(settings, Image.gray(observed), path -> KERNEL).boundary();
    }

    private static NdArray observed(ConvolutionMode mode, Boundary boundary, Shape shape) {
        NdArray blurred = new ConvolutionMap(KERNEL, shape, mode, boundary).apply(scene(shape, 3));
        return new GaussianNoise(0.005).addTo(blurred, 4);
    }

    @ParameterizedTest
    @CsvSource({
        "SAME, ZERO, zero",
        "SAME, PERIODIC, periodic",
        "VALID, ZERO, unknown",
        "SAME, REFLECT, unknown",
        "SAME, REPLICATE, unknown"
    })
    void theLightNearTheBorderTellsWhatLiesBeyond(ConvolutionMode mode, Boundary boundary, String expected) {
        assertThat(chosen(SETTINGS, observed(mode, boundary, Shape.of(50, 60))).written())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"SAME, ZERO, zero", "SAME, PERIODIC, periodic", "VALID, ZERO, unknown"})
    void ofALargePictureTheCornersAreEnough(ConvolutionMode mode, Boundary boundary, String expected) {
        assertThat(chosen(SETTINGS, observed(mode, boundary, Shape.of(240, 60))).written())
                .isEqualTo(expected);
    }

    @Test
    void gainAndBackgroundAreTakenOff() {
        NdArray observed = observed(ConvolutionMode.SAME, Boundary.ZERO, Shape.of(50, 60))
                .times(0.5)
                .plus(NdArray.scalar(0.1));
        assertThat(chosen(SETTINGS.with(Setting.GAIN, "0.5").with(Setting.BACKGROUND, "0.1"), observed)
                        .written())
                .isEqualTo("zero");
    }

    @Test
    void whatIsGivenOrCannotBeUsedIsNotLookedAt() {
        NdArray black = observed(ConvolutionMode.SAME, Boundary.ZERO, Shape.of(50, 60));
        assertThat(chosen(SETTINGS.withBoundary("reflect"), black))
                .isEqualTo(new BoundaryChoice("reflect", "as asked for"));
        assertThat(chosen(SETTINGS.withFidelity("norm").withPrior("gradient-norm:weight=1"), black))
                .isEqualTo(new BoundaryChoice("unknown", "since a scene goes on, as a rule"));
        assertThat(chosen(Settings.of("file:kernel").withMethod("wiener"), black)
                        .written())
                .isEqualTo("unknown");
    }

    @Test
    void theReasonSaysBothRisks() {
        assertThat(chosen(SETTINGS, observed(ConvolutionMode.SAME, Boundary.ZERO, Shape.of(50, 60)))
                        .reason())
                .matches("since that explains the light near the border best: risk \\d+, with boundary unknown \\d+");
        assertThat(chosen(SETTINGS, observed(ConvolutionMode.VALID, Boundary.ZERO, Shape.of(50, 60)))
                        .reason())
                .isEqualTo("since the light near the border does not speak for zero or periodic");
    }
}
