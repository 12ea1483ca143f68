package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.acutance.deblur.denoise.Denoiser;
import org.acutance.deblur.denoise.NoisePower;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;
import org.junit.jupiter.api.Test;

/** Volumes whose prior is a denoiser of the user's own. */
class DenoisedVolumeTest {
    private static final Shape SHAPE = Shape.of(8, 12, 15);
    private static final NdArray KERNEL =
            Psfs.gaussian(0.8, 0.8, 0.8).forRank(3).kernel();
    private static final NdArray SCENE = waves();
    private static final NdArray OBSERVED =
            new GaussianNoise(0.05).addTo(new PeriodicConvolution(KERNEL, SHAPE).apply(SCENE), 4);

    /** A volume of few frequencies. */
    private static NdArray waves() {
        double[] values = IntStream.range(0, SHAPE.size())
                .mapToDouble(i -> {
                    int x = i % 15;
                    int y = i / 15 % 12;
                    int z = i / 180;
                    return 0.5
                            + 0.2 * Math.cos(2 * Math.PI * (2 * x / 15.0 + y / 12.0))
                            + 0.15 * Math.sin(2 * Math.PI * (3 * y / 12.0 - z / 8.0))
                            + 0.1 * Math.cos(2 * Math.PI * (4 * x / 15.0 + 2 * z / 8.0));
                })
                .toArray();
        return NdArray.of(values, 8, 12, 15);
    }

    /** Keeps the frequencies that stand out of the noise. */
    private static NdArray keepWhatStandsOut(NdArray noisy, NoisePower noise) {
        Fft fft = Fft.plan(noisy.shape(), Precision.FLOAT64);
        Spectrum spectrum = fft.forward(noisy);
        NdArray kept = NdArray.elementwise(
                "keep",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > 16 * in[1][i] * noisy.size() ? 1 : 0;
                    }
                },
                spectrum.squaredMagnitude(),
                noise.density());
        return fft.inverse(new Spectrum(
                noisy.shape(), spectrum.real().times(kept), spectrum.imaginary().times(kept)));
    }

    private static Plan plan(String prior) {
        Settings settings = Settings.of("file:psf")
                .withBoundary("periodic")
                .withFidelity("gaussian:sigma=0.05")
                .withPrior(prior);
        return Plan.of(settings, Image.gray(OBSERVED), path -> KERNEL);
    }

    @Test
    void aDenoiserOfTheUsersOwnIsAPriorOfVolumes() {
        Denoiser denoiser = DenoisedVolumeTest::keepWhatStandsOut;
        Restored restored = Deblurring.run(plan("tv").withPrior(Regulariser.of(Prior.of(denoiser), 1)));
        NdArray sharp = restored.image().channels().get(0);
        assertThat(Quality.psnr(SCENE, sharp, 1)).isGreaterThan(Quality.psnr(SCENE, OBSERVED, 1) + 10);
    }

    @Test
    void whiteNoiseOfAVolumeHasItsVariance() {
        NoisePower noise = NoisePower.white(SHAPE, 0.3);
        assertThat(noise.variance()).isCloseTo(0.09, within(1e-12));
        assertThat(noise.density().shape()).isEqualTo(Shape.of(8, 12, 8));
    }

    @Test
    void blocksOfPicturesAreNotForVolumes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> plan("bm3d"))
                .withMessage(
                        "deblur: method auto: prior bm3d does not take images with 3 axes; use prior log-hessian or"
                                + " tv");
    }
}
