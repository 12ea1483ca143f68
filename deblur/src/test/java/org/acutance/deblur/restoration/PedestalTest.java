package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.PoissonNoise;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.optimize.Reason;
import org.junit.jupiter.api.Test;

/** Photons counted by a camera that adds a constant. */
final class PedestalTest {
    private static final String PSF = "gaussian:sigma=1.5";
    private static final double PEDESTAL = 0.1;
    private static final NdArray KERNEL =
            Psfs.catalogue().create(PSF).forRank(2).kernel().to(Precision.FLOAT64);
    private static final NdArray SCENE = disks(60);
    private static final NdArray TRUTH = SCENE.slice(0, 6, 54).slice(1, 6, 54).plus(NdArray.scalar(PEDESTAL));

    private static NdArray disks(int side) {
        Random random = new Random(4);
        double[] values = new double[side * side];
        for (int disk = 0; disk < 14; disk++) {
            double top = side * random.nextDouble();
            double left = side * random.nextDouble();
            double radius = 2 + 4 * random.nextDouble();
            double level = 0.2 + 0.8 * random.nextDouble();
            for (int i = 0; i < values.length; i++) {
                int row = i / side;
                values[i] = Math.hypot(row - top, i - row * side - left) < radius ? level : values[i];
            }
        }
        return NdArray.of(values, side, side);
    }

    private static NdArray observed() {
        NdArray blurred = new ConvolutionMap(KERNEL, SCENE.shape(), ConvolutionMode.SAME, Boundary.ZERO).apply(SCENE);
        NdArray frame = blurred.slice(0, 6, 54).slice(1, 6, 54);
        return new PoissonNoise(200).addTo(light(frame), 3).plus(NdArray.scalar(PEDESTAL));
    }

    /** Transforms leave rounding below 0. */
    private static NdArray light(NdArray frame) {
        return NdArray.of(
                Arrays.stream(frame.toDoubles())
                        .map(value -> Math.max(0, value))
                        .toArray(),
                frame.shape());
    }

    private static Restored restored(Settings settings, NdArray observed) {
        return Deblurring.run(Plan.of(settings, Image.gray(observed), path -> KERNEL));
    }

    /** With limits on most samples the predictions hardly follow the noise, whatever the weight. */
    @Test
    void theWeightIsFoundWithoutTheLimits() {
        NdArray observed = observed();
        Restored restored = restored(
                Settings.of(PSF)
                        .withFidelity("poisson:gain=0.005,background=0.1")
                        .withPrior("tv+at-least:level=0.1"),
                observed);
        NdArray sharp = restored.image().colours().get(0);
        assertThat(Quality.psnr(TRUTH, sharp, 1)).isGreaterThan(Quality.psnr(TRUTH, observed, 1) + 2);
    }

    /** Beyond a black border predictions are below the pedestal, where the strict loss of photons is infinite. */
    @Test
    void splittingMayBeginWhereTheLossIsInfinite() {
        Restored restored = restored(
                Settings.of(PSF)
                        .withFidelity("poisson:gain=0.005,background=0.1")
                        .withPrior("tv:weight=2")
                        .withBoundary("zero"),
                observed());
        assertThat(restored.reason()).isNotEqualTo(Reason.NON_FINITE);
        assertThat(restored.channels().get(0).nit()).isGreaterThan(10);
    }
}
