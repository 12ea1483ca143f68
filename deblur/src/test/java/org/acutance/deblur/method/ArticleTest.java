package org.acutance.deblur.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The article's problem beside what Autograd and SciPy give; needs the reference arrays, which a clone does not have. */
class ArticleTest {
    private static final Path FOLDER = Path.of("../../shared/data/article");
    private static final double MINIMUM = 2.1643498139997903;

    private static NdArray npy(String name) {
        try {
            ByteBuffer bytes =
                    ByteBuffer.wrap(Files.readAllBytes(FOLDER.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
            int headerLength = bytes.getShort(8);
            String header = new String(bytes.array(), 10, headerLength, StandardCharsets.US_ASCII);
            String extents = header.replaceAll("(?s).*\\(([^)]*)\\).*", "$1");
            int[] shape = java.util.Arrays.stream(extents.split(","))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            bytes.position(10 + headerLength);
            double[] values = new double[bytes.remaining() / Double.BYTES];
            bytes.asDoubleBuffer().get(values);
            return NdArray.of(values, shape);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }

    @BeforeAll
    static void dataIsThere() {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the article's reference arrays are not beside the project");
    }

    private static Settings settings() {
        return Settings.of("file:psf.npy")
                .withPrior("gradient-norm:weight=0.2")
                .withBoundary("zero")
                .withStart("file:x0_seed0.npy");
    }

    private static Plan plan(Settings settings) {
        return Plan.of(settings, Image.gray(npy("astro_blur.npy")), ArticleTest::npy);
    }

    private static Problem problem() {
        return plan(settings()).channels().get(0);
    }

    private static double relative(NdArray a, NdArray reference) {
        return a.minus(reference).norm() / reference.norm();
    }

    @Test
    void lossGradientAndHessianProductAreTheArticles() {
        NdArray blur = npy("astro_blur.npy");
        assertThat(problem().loss(blur)).isCloseTo(5.347237221682811, within(5e-14));
        assertThat(problem().loss(npy("x0_seed0.npy"))).isCloseTo(65.65178886075296, within(1e-12));
        NdArray gradient =
                Gradients.grad(problem()::loss).apply(Tensor.of(blur)).value();
        assertThat(relative(gradient, npy("ref_grad_at_blur.npy"))).isLessThan(1e-12);
        NdArray direction = NdArray.of(
                IntStream.range(0, blur.size()).mapToDouble(Math::sin).toArray(), blur.shape());
        NdArray product = Gradients.hessianProduct(problem()::loss)
                .apply(Tensor.of(blur), Tensor.of(direction))
                .value();
        assertThat(relative(product, npy("ref_hvp_at_blur_sin.npy"))).isLessThan(1e-12);
        assertThat(relative(problem().objective().at(blur).hessianProduct(direction), npy("ref_hvp_at_blur_sin.npy")))
                .isLessThan(1e-12);
    }

    @Test
    void newtonCgEndsAsSciPyDoes() {
        Restored restored = Deblurring.run(plan(settings()));
        Solution solution = restored.channels().get(0);
        assertThat(solution.success()).isTrue();
        assertThat(solution.nit()).isBetween(12, 17);
        assertThat(solution.nfev()).isBetween(16, 26);
        assertThat(solution.fun()).isCloseTo(MINIMUM, within(1e-8 * MINIMUM));
        NdArray sharp = npy("astro_org.npy");
        assertThat(Quality.psnr(sharp, solution.x(), 1)).isCloseTo(22.1817, within(5e-4));
        assertThat(Quality.ssim(sharp, solution.x(), 1).orElseThrow()).isCloseTo(0.7749, within(1e-4));
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton-cg", "newton-cg:hessian=2-point", "l-bfgs", "cg", "gradient-descent", "adam"})
    void everyMethodReachesTheMinimum(String method) {
        for (String start : new String[] {"file:x0_seed0.npy", "zeros", "observed"}) {
            long begun = System.nanoTime();
            Solution solution = Deblurring.run(
                            plan(settings().withMethod(method).withStart(start)))
                    .channels()
                    .get(0);
            System.out.printf(
                    "%s %s %s nit %d nfev %d njev %d nhev %d gap %.2g %.3f s%n",
                    method,
                    start,
                    solution.reason(),
                    solution.nit(),
                    solution.nfev(),
                    solution.njev(),
                    solution.nhev(),
                    solution.fun() / MINIMUM - 1,
                    (System.nanoTime() - begun) * 1e-9);
            assertThat(solution.fun()).as(method).isCloseTo(MINIMUM, within(1e-6 * MINIMUM));
        }
    }
}
