package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.image.TestScene;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LowRankGroupsTest {
    private static final Denoiser LOW_RANK = Bm3d.iterated().refining();
    private static final NdArray SCENE = TestScene.of(92, 92);

    @Test
    void removesNoise() {
        NdArray noisy = new GaussianNoise(5).addTo(SCENE, 3);
        double before = Quality.psnr(SCENE, noisy, 255);
        assertThat(Quality.psnr(SCENE, LOW_RANK.denoise(noisy, 5), 255)).isGreaterThan(before + 4);
        assertThat(Quality.psnr(SCENE, LOW_RANK.preparedFor(SCENE).denoise(noisy, 5), 255))
                .isGreaterThan(before + 4);
    }

    @Test
    void constantStaysConstantAndNoNoiseGivesThePictureBack() {
        NdArray constant = NdArray.full(Shape.of(21, 34), Precision.FLOAT64, 0.7);
        assertThat(LOW_RANK.denoise(constant, 0.1).minus(constant).maxAbs()).isLessThan(1e-14);
        assertThat(LOW_RANK.denoise(SCENE, 0)).isEqualTo(SCENE);
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,3", "8,8", "9,20"})
    void anySizeIsDenoised(int rows, int columns) {
        NdArray noisy = new GaussianNoise(0.1).addTo(NdArray.full(Shape.of(rows, columns), Precision.FLOAT32, 1), 5);
        NdArray denoised = LOW_RANK.denoise(noisy, 0.1);
        assertThat(denoised.shape()).isEqualTo(noisy.shape());
        assertThat(denoised.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(denoised.isFinite()).isTrue();
    }

    @Test
    void anotherShapeThanTheGuideIsRefused() {
        assertThatThrownBy(() -> LOW_RANK.preparedFor(SCENE).denoise(NdArray.zeros(9, 9), 1))
                .hasMessage("denoise: got shape [9×9], expected [92×92]");
    }
}
