package org.acutance.deblur.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.TestScene;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoiseLevelTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"gaussian:sigma=1.6; 2", "box:size=9; 0.7", "gaussian:sigma=0.4; 8", "motion:length=9,angle=20; 3"
            })
    void isFoundBehindAnyBlur(String written, double sigma) {
        NdArray scene = TestScene.of(160, 180);
        NdArray kernel = Psfs.catalogue().create(written).forRank(2).kernel();
        NdArray blurred =
                new ConvolutionMap(kernel, scene.shape(), ConvolutionMode.SAME, Boundary.REFLECT).apply(scene);
        NdArray observed = new GaussianNoise(sigma).addTo(blurred, 4);
        assertThat(NoiseLevel.estimate(observed, kernel)).isCloseTo(sigma, within(0.06 * sigma));
        assertThat(NoiseLevel.estimate(observed.times(0.01), kernel)).isCloseTo(0.01 * sigma, within(0.0006 * sigma));
    }

    @Test
    void anyRankAndSizeIsTaken() {
        NdArray volume = new GaussianNoise(0.5).addTo(NdArray.zeros(48, 64, 64), 1);
        assertThat(NoiseLevel.estimate(
                        volume,
                        Psfs.catalogue().create("gaussian:sigma=2").forRank(3).kernel()))
                .isCloseTo(0.5, within(0.02));
        assertThat(NoiseLevel.estimate(volume, NdArray.of(new double[] {1}, 1, 1, 1)))
                .isCloseTo(0.5, within(0.03));
        assertThat(NoiseLevel.estimate(NdArray.zeros(1, 1), NdArray.of(new double[] {1}, 1, 1)))
                .isZero();
        assertThat(NoiseLevel.estimate(NdArray.zeros(1, 40), NdArray.of(new double[] {0.25, 0.5, 0.25}, 1, 3)))
                .isZero();
    }

    @Test
    void anotherRankIsRefused() {
        assertThatThrownBy(() -> NoiseLevel.estimate(NdArray.zeros(4, 4), NdArray.zeros(3)))
                .hasMessage("noise level: kernel [3] has rank 1 but the image [4×4] has rank 2; use a kernel with one"
                        + " axis per axis of the image");
    }
}
