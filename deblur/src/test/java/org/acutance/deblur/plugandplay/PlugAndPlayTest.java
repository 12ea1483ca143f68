package org.acutance.deblur.plugandplay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.acutance.deblur.denoise.Bm3d;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.image.TestScene;
import org.acutance.deblur.psf.Psfs;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.StopRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlugAndPlayTest {
    private static final NdArray SCENE = TestScene.of(88, 80);
    private static final Objective NONE = x -> {
        throw new IllegalStateException("there is no objective");
    };

    private static NdArray kernel(String written) {
        return Psfs.catalogue().create(written).forRank(2).kernel();
    }

    private static NdArray blurred(NdArray kernel, double sigma) {
        ConvolutionMap blur = new ConvolutionMap(kernel, SCENE.shape(), ConvolutionMode.SAME, Boundary.PERIODIC);
        return new GaussianNoise(sigma).addTo(blur.apply(SCENE), 11);
    }

    private static double psnr(NdArray image) {
        return Quality.psnr(SCENE, image, 255);
    }

    private static Solution solve(PlugAndPlay method, NdArray start) {
        return Minimize.by(method).minimize(NONE, start);
    }

    /** The best Wiener filter with a flat spectrum of the scene, its weight chosen by the truth. */
    private static double bestWiener(NdArray observed, NdArray kernel) {
        return Arrays.stream(new double[] {1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 0.1, 0.3})
                .map(weight -> psnr(wiener(observed, kernel, weight)))
                .max()
                .orElseThrow();
    }

    private static NdArray wiener(NdArray observed, NdArray kernel, double weight) {
        BlurredPicture data = BlurredPicture.periodic(observed, kernel, 1);
        NdArray mean = NdArray.full(observed.shape(), Precision.FLOAT64, observed.sum() / observed.size());
        return data.fit(mean, weight);
    }

    /** Blurs and noise like those of the six scenarios of Danielyan, Katkovnik and Egiazarian (2012). */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gaussian:sigma=1.6; 2; 2.5",
                "box:size=9; 0.6; 3",
                "gaussian-sampled:sigma=1,size=5; 7; 2.5",
                "gaussian-sampled:sigma=0.4,size=5; 8; 3"
            })
    void isFarBetterThanTheBestWienerFilter(String written, double sigma, double margin) {
        NdArray kernel = kernel(written);
        NdArray observed = blurred(kernel, sigma);
        Solution solution = solve(PlugAndPlay.automatic(observed, kernel), observed);
        assertThat(solution.reason()).isEqualTo(Reason.SCHEDULE_COMPLETE);
        assertThat(psnr(solution.x())).isGreaterThan(bestWiener(observed, kernel) + margin);
    }

    private static NdArray refined(BlurredPicture data, NdArray start, int refinements) {
        double strongest = PlugAndPlay.strongest(data);
        return solve(new PlugAndPlay(data, Bm3d.iterated(), 12, strongest, refinements, Bounds.NONE), start)
                .x();
    }

    /** Little noise: what the box takes comes back in the refinements. */
    @Test
    void refinementsBringBackMore() {
        NdArray kernel = kernel("box:size=9");
        NdArray observed = blurred(kernel, 0.6);
        BlurredPicture data = BlurredPicture.periodic(observed, kernel, 0.6);
        assertThat(psnr(refined(data, observed, 20))).isGreaterThan(psnr(refined(data, observed, 0)) + 0.2);
    }

    @Test
    void withoutBlurItOnlyDenoises() {
        NdArray observed = new GaussianNoise(5).addTo(SCENE, 2);
        BlurredPicture data = BlurredPicture.periodic(observed, kernel("delta"), 5);
        double denoised = psnr(Bm3d.iterated().denoise(observed, 5));
        assertThat(psnr(solve(PlugAndPlay.bm3d(data), observed).x())).isGreaterThan(denoised - 0.7);
    }

    @Test
    void theUnitDoesNotMatter() {
        NdArray kernel = kernel("box:size=5");
        NdArray observed = blurred(kernel, 2);
        NdArray scene = solve(PlugAndPlay.automatic(observed, kernel), observed).x();
        NdArray small = observed.times(1 / 255.0);
        NdArray other = solve(PlugAndPlay.automatic(small, kernel), small).x().times(255);
        assertThat(other.minus(scene).norm() / Math.sqrt(scene.size())).isLessThan(0.05);
    }

    /** Two rows of dead pixels and a frame that does not see the scene beyond cost little. */
    @Test
    void invalidPixelsAndAnUnknownSurroundingAreNoHarm() {
        NdArray kernel = kernel("gaussian:sigma=1.6,size=9");
        NdArray valid = new ConvolutionMap(kernel, SCENE.shape(), ConvolutionMode.VALID, Boundary.ZERO).apply(SCENE);
        NdArray observed = new GaussianNoise(1).addTo(valid, 9);
        double[] weights = new double[observed.size()];
        Arrays.fill(weights, 1);
        Arrays.fill(weights, 20 * valid.shape().extent(1), 22 * valid.shape().extent(1), 0);
        double[] dead = observed.toDoubles();
        Arrays.fill(dead, 20 * valid.shape().extent(1), 22 * valid.shape().extent(1), 1e4);
        BlurredPicture data = BlurredPicture.unknownBeyond(
                NdArray.of(dead, observed.shape()), NdArray.of(weights, observed.shape()), kernel, 1);
        NdArray restored =
                data.frame(solve(PlugAndPlay.bm3d(data), data.spread()).x());
        NdArray inside = SCENE.slice(0, 4, 84).slice(1, 4, 76);
        assertThat(Quality.psnr(inside, restored, 255)).isGreaterThan(Quality.psnr(inside, observed, 255) + 2);
    }

    @Test
    void aResumedRunIsAStraightOne() {
        NdArray kernel = kernel("box:size=5");
        NdArray observed = blurred(kernel, 2);
        Minimize<PlugAndPlay.Scene> minimize = Minimize.by(PlugAndPlay.automatic(observed, kernel));
        Run<PlugAndPlay.Scene> part =
                minimize.withRule(StopRule.maxIterations(4)).run(NONE, observed);
        assertThat(minimize.resume(NONE, part).solution().x())
                .isEqualTo(minimize.minimize(NONE, observed).x());
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,12", "6,9"})
    void smallPicturesAreTaken(int rows, int columns) {
        NdArray observed =
                new GaussianNoise(0.01).addTo(NdArray.full(Shape.of(rows, columns), Precision.FLOAT64, 1), 3);
        BlurredPicture data = BlurredPicture.periodic(observed, kernel("box:size=3"), 0.01);
        Solution solution = solve(PlugAndPlay.bm3d(data), observed);
        assertThat(solution.x().shape()).isEqualTo(observed.shape());
        assertThat(solution.x().minus(observed).maxAbs()).isLessThan(0.1);
    }

    @Test
    void noIterationIsRefused() {
        BlurredPicture data = BlurredPicture.periodic(SCENE, kernel("delta"), 1);
        assertThatThrownBy(() -> new PlugAndPlay(data, Bm3d.iterated(), 0, 2, 1, Bounds.NONE))
                .hasMessage(
                        "plug-and-play: 0 iterations from strength 2.0 and 1 refinements; they must be at least 1, 1"
                                + " and 0");
        assertThatThrownBy(() -> solve(PlugAndPlay.bm3d(data), NdArray.zeros(3, 3)))
                .hasMessage("plug-and-play: got shape [3×3], expected [88×80]");
    }
}
