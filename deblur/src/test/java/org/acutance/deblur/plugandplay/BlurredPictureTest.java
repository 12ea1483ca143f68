package org.acutance.deblur.plugandplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.TestScene;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Formation;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.linear.LinearMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BlurredPictureTest {
    private static final NdArray POINT = NdArray.of(new double[] {1}, 1, 1);
    private static final NdArray KERNEL =
            NdArray.of(new double[] {1, 2, 3, 2, 4, 5, 3, 5, 6}, 3, 3).times(1 / 31.0);

    private static NdArray random(Shape shape, long seed) {
        return new GaussianNoise(1).addTo(NdArray.zeros(shape, Precision.FLOAT64), seed);
    }

    @Test
    void withoutBlurTheFitIsTheWeightedMean() {
        NdArray y = random(Shape.of(9, 11), 1);
        NdArray near = random(Shape.of(9, 11), 2);
        NdArray fit = BlurredPicture.periodic(y, POINT, 0.1).fit(near, 0.25);
        assertThat(fit.minus(y.plusScaled(0.25, near).times(0.8)).maxAbs()).isLessThan(1e-14);
    }

    /** At the minimum the gradient vanishes; the blur is computed by another class. */
    @Test
    void theFitOfAPeriodicSceneIsExact() {
        Shape shape = Shape.of(16, 21);
        NdArray y = random(shape, 3);
        NdArray near = random(shape, 4);
        ConvolutionMap blur = new ConvolutionMap(KERNEL, shape, ConvolutionMode.SAME, Boundary.PERIODIC);
        NdArray fit = BlurredPicture.periodic(y, KERNEL, 0.1).fit(near, 0.01);
        NdArray gradient = blur.adjoint(blur.apply(fit).minus(y)).plusScaled(0.01, fit.minus(near));
        assertThat(gradient.maxAbs()).isLessThan(1e-13);
    }

    @Test
    void theFitOfAnUnknownSurroundingTakesWeightsIntoAccount() {
        Shape frame = Shape.of(17, 15);
        NdArray y = random(frame, 5);
        double[] weights = new Random(6).doubles(frame.size(), 0.5, 1.5).toArray();
        weights[40] = 0;
        double mean = NdArray.of(weights, frame).sum() / (frame.size() - 1);
        BlurredPicture data = BlurredPicture.unknownBeyond(y, NdArray.of(weights, frame), KERNEL, 0.1);
        NdArray near = random(data.canvas(), 7);
        NdArray fit = data.fit(near, 0.3);
        ConvolutionMap blur = new ConvolutionMap(KERNEL, data.canvas(), ConvolutionMode.SAME, Boundary.PERIODIC);
        NdArray misfit = data.frame(blur.apply(fit))
                .minus(y)
                .times(NdArray.of(weights, frame))
                .times(1 / mean);
        int[] before = {(data.canvas().extent(0) - 17) / 2, (data.canvas().extent(1) - 15) / 2};
        int[] after = {data.canvas().extent(0) - 17 - before[0], data.canvas().extent(1) - 15 - before[1]};
        NdArray gradient =
                blur.adjoint(misfit.pad(before, after, Boundary.ZERO)).plusScaled(0.3, fit.minus(near));
        assertThat(gradient.norm()).isLessThan(1e-3 * near.norm());
    }

    /** A blur that leads out of the frame: near the border the circular blur is no guide to it. */
    @ParameterizedTest
    @ValueSource(strings = {"zero", "periodic", "reflect", "mirror", "replicate"})
    void theFitReachesItsMinimumWithAnyBorder(String boundary) {
        NdArray box = NdArray.full(Shape.of(4, 5), Precision.FLOAT64, 0.05);
        NdArray offCentre = box.pad(new int[] {3, 4}, new int[] {0, 0}, Boundary.ZERO);
        Shape shape = Shape.of(40, 36);
        Formation formation = Boundaries.CATALOGUE.create(boundary).formation(offCentre, shape);
        NdArray y = formation.predict(TestScene.of(40, 36));
        NdArray near = formation.extend(y);
        BlurredPicture data = BlurredPicture.of(formation, y, NdArray.full(shape, Precision.FLOAT64, 1), 1);
        NdArray fit = data.fit(near, 1e-3);
        LinearMap blur = formation.blur();
        NdArray first = blur.adjoint(blur.apply(near).minus(y));
        NdArray gradient = blur.adjoint(blur.apply(fit).minus(y)).plusScaled(1e-3, fit.minus(near));
        assertThat(gradient.norm()).isLessThan(2e-4 * first.norm());
    }

    @Test
    void onlyTheScaleOfWeightsIsInSigma() {
        NdArray y = TestScene.of(12, 12);
        BlurredPicture once = BlurredPicture.unknownBeyond(y, y.times(0).plus(NdArray.scalar(1)), KERNEL, 2);
        BlurredPicture quarter = BlurredPicture.unknownBeyond(y, y.times(0).plus(NdArray.scalar(0.25)), KERNEL, 1);
        assertThat(quarter.sigma()).isCloseTo(once.sigma(), within(1e-14));
        assertThat(quarter.fit(quarter.spread(), 0.1)).isEqualTo(once.fit(once.spread(), 0.1));
        assertThat(once.frame(once.spread())).isEqualTo(y);
    }

    @Test
    void whatCannotBeIsRefused() {
        NdArray y = NdArray.zeros(4, 5);
        assertThatThrownBy(() -> BlurredPicture.periodic(NdArray.zeros(4), KERNEL, 1))
                .hasMessage("blurred picture: got [4] and kernel [3×3]; both need rows and columns");
        assertThatThrownBy(() -> BlurredPicture.periodic(y, KERNEL, 0))
                .hasMessage("blurred picture: sigma 0.0 is not a positive number; give the standard deviation of the"
                        + " noise");
        assertThatThrownBy(() -> BlurredPicture.unknownBeyond(y, y, KERNEL, 1))
                .hasMessageStartingWith("blurred picture: pixels and weights must be finite, the weights not negative");
    }
}
