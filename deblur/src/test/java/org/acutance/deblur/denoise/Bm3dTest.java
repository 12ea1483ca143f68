package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.ForkJoinPool;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.image.TestScene;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Bm3dTest {
    private static final Bm3d BM3D = new Bm3d(2.7, new Bm3d.Matching(3, 9, 16), new Bm3d.Matching(3, 9, 16));
    private static final NdArray SCENE = TestScene.of(92, 92);
    private static final NdArray NOISY = new GaussianNoise(25).addTo(SCENE, 3);

    private static double psnr(NdArray image) {
        return Quality.psnr(SCENE, image, 255);
    }

    /** On photographs the paper gains 8 to 10 dB at this noise, which is 20.2 dB. */
    @Test
    void removesNoise() {
        assertThat(psnr(NOISY)).isBetween(20.0, 20.4);
        assertThat(psnr(BM3D.denoise(NOISY, 25))).isGreaterThan(28.5);
        assertThat(psnr(Bm3d.normal().denoise(NOISY, 25))).isGreaterThan(28.5);
        assertThat(psnr(Bm3d.iterated().denoise(NOISY, 25))).isGreaterThan(28);
    }

    @Test
    void aBetterPilotHelps() {
        assertThat(psnr(BM3D.denoise(NOISY, SCENE, NoisePower.white(SCENE.shape(), 25))))
                .isGreaterThan(psnr(BM3D.denoise(NOISY, 25)) + 0.5);
    }

    @Test
    void constantStaysConstant() {
        NdArray constant = NdArray.full(Shape.of(21, 34), Precision.FLOAT64, 0.7);
        assertThat(BM3D.denoise(constant, 0.1).minus(constant).maxAbs()).isLessThan(1e-14);
    }

    @Test
    void noNoiseGivesThePictureBack() {
        assertThat(BM3D.denoise(NOISY, 0)).isEqualTo(NOISY);
    }

    /** The grid of reference blocks is its own mirror image at this size. */
    @Test
    void flippingAndTransposingCommute() {
        NdArray denoised = BM3D.denoise(NOISY, 25);
        assertThat(BM3D.denoise(NOISY.flip(0), 25).flip(0).minus(denoised).maxAbs())
                .isLessThan(0.01);
        assertThat(BM3D.denoise(NOISY.permute(1, 0), 25)
                        .permute(1, 0)
                        .minus(denoised)
                        .maxAbs())
                .isLessThan(0.01);
    }

    @Test
    void offsetAndScaleCommute() {
        NdArray denoised = BM3D.denoise(NOISY, 25);
        NdArray other = NOISY.times(1e-3).plus(NdArray.scalar(7));
        NdArray back = BM3D.denoise(other, 0.025).minus(NdArray.scalar(7)).times(1e3);
        assertThat(back.minus(denoised).maxAbs()).isLessThan(0.01);
    }

    @Test
    void threadsDoNotMatter() {
        ForkJoinPool one = new ForkJoinPool(1);
        ForkJoinPool four = new ForkJoinPool(4);
        try {
            NdArray alone = one.submit(() -> BM3D.denoise(NOISY, 25)).join();
            assertThat(four.submit(() -> BM3D.denoise(NOISY, 25)).join()).isEqualTo(alone);
        } finally {
            one.shutdown();
            four.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,9", "7,3", "8,8", "9,20"})
    void anySizeIsDenoised(int rows, int columns) {
        NdArray noisy = new GaussianNoise(0.1).addTo(NdArray.full(Shape.of(rows, columns), Precision.FLOAT32, 1), 5);
        NdArray denoised = BM3D.denoise(noisy, 0.1);
        assertThat(denoised.shape()).isEqualTo(noisy.shape());
        assertThat(denoised.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(denoised.minus(NdArray.full(noisy.shape(), Precision.FLOAT32, 1))
                        .maxAbs())
                .isLessThan(0.4);
    }

    @Test
    void theColourOfNoiseMatters() {
        Shape shape = SCENE.shape();
        Fft fft = Fft.plan(shape, Precision.FLOAT64);
        Spectrum shaping = fft.forward(NdArray.of(new double[] {0.25, 0.5, 0.25, 0.5, 1, 0.5, 0.25, 0.5, 0.25}, 3, 3));
        NdArray white = new GaussianNoise(12).addTo(NdArray.zeros(92, 92), 8);
        NdArray noisy = SCENE.plus(fft.filter(shaping).apply(white));
        NoisePower power = new NoisePower(shape, shaping.squaredMagnitude().times(144));
        assertThat(psnr(BM3D.denoise(noisy, power)))
                .isGreaterThan(psnr(BM3D.denoise(noisy, Math.sqrt(power.variance()))) + 0.5);
    }

    @Test
    void preparedForItselfIsNearlyTheSame() {
        Bm3d iterated = Bm3d.iterated();
        assertThat(psnr(iterated.preparedFor(NOISY).denoise(NOISY, 25)))
                .isGreaterThan(psnr(iterated.denoise(NOISY, 25)) - 0.7);
    }

    @Test
    void whatCannotBeDenoisedIsRefused() {
        NdArray broken = NdArray.of(new double[] {1, Double.NaN}, 1, 2);
        assertThatThrownBy(() -> BM3D.denoise(broken, 1))
                .hasMessage("denoise: the picture has values that are not finite; give them finite values first");
        assertThatThrownBy(() -> BM3D.denoise(SCENE, -1)).hasMessage("noise: sigma -1.0 is not a number of at least 0");
        assertThatThrownBy(() -> BM3D.denoise(NdArray.zeros(2, 3, 4), 1))
                .hasMessage("denoise: shape [2×3×4] is not that of a picture; give rows and columns");
        assertThatThrownBy(() -> new Bm3d.Matching(3, 9, 12))
                .hasMessage("matching: step 3, reach 9, most 12; the step is 1 to 8, the reach at least 0, the most a"
                        + " power of two");
        assertThatThrownBy(() -> new Bm3d(0, BM3D.first(), BM3D.second()))
                .hasMessage("bm3d: threshold 0.0 is not positive");
    }
}
