package org.acutance.deblur.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QualityTest {
    private static final Reference SKIMAGE = Reference.load(QualityTest.class, "image.txt");

    @ParameterizedTest
    @CsvSource({"2d,odd,other,1", "range,odd,other,255", "3d,big,bigger,1"})
    void equalsScikitImage(String name, String reference, String image, double dataRange) {
        NdArray a = SKIMAGE.get(reference);
        NdArray b = SKIMAGE.get(image);
        assertThat(Quality.mse(a, b)).isCloseTo(SKIMAGE.get("mse/" + name).item(), within(1e-15));
        assertThat(Quality.psnr(a, b, dataRange))
                .isCloseTo(SKIMAGE.get("psnr/" + name).item(), within(1e-12));
        assertThat(Quality.ssim(a, b, dataRange).getAsDouble())
                .isCloseTo(SKIMAGE.get("ssim/" + name).item(), within(1e-13));
    }

    @ParameterizedTest
    @CsvSource({"astro_blur,18.958733754554142,0.6122796710316135", "astro_opt,22.1817231649186,0.7749433411452523"})
    void givesTheArticlesFigures(String name, double psnr, double ssim) throws IOException {
        NdArray original = Shared.npy("article/astro_org.npy");
        NdArray image = Shared.npy("article/" + name + ".npy");
        assertThat(Quality.psnr(original, image, 1)).isCloseTo(psnr, within(1e-11));
        assertThat(Quality.ssim(original, image, 1).getAsDouble()).isCloseTo(ssim, within(1e-12));
    }

    @Test
    void equalImagesArePerfect() {
        NdArray image = SKIMAGE.get("odd");
        assertThat(Quality.psnr(image, image, 1)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Quality.ssim(image, image, 1).getAsDouble()).isCloseTo(1, within(1e-14));
    }

    @Test
    void similarityNeedsAWindow() {
        assertThat(Quality.ssim(NdArray.zeros(6, 50), NdArray.zeros(6, 50), 1)).isEmpty();
        assertThat(Quality.ssim(NdArray.scalar(1), NdArray.scalar(1), 1)).isEmpty();
        assertThat(Quality.ssim(NdArray.zeros(7, 7), NdArray.zeros(7, 7), 1)).hasValue(1);
    }

    @Test
    void refusesWhatCannotBeCompared() {
        NdArray image = NdArray.zeros(4, 4);
        assertThatThrownBy(() -> Quality.psnr(image, NdArray.zeros(4, 5), 1))
                .hasMessage("psnr: got shape [4×5], expected [4×4]");
        assertThatThrownBy(() -> Quality.ssim(image, image, 0))
                .hasMessage("ssim: data range 0.0 is not a positive number; give the distance between black and white");
        assertThatThrownBy(() -> Quality.mse(NdArray.zeros(0, 4), NdArray.zeros(0, 4)))
                .hasMessage("mse: shape [0×4] has no elements to compare");
    }
}
