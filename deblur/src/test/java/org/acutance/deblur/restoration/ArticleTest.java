package org.acutance.deblur.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Quality;
import org.acutance.deblur.image.Shared;
import org.acutance.deblur.method.Problem;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Optimizers;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The article's problem beside what Autograd and SciPy give; skipped where the reference arrays are not at hand. */
class ArticleTest {
    private static final double MINIMUM = 2.1643498139997903;

    private static NdArray article(String name) {
        try {
            return Shared.npy("article/" + name + ".npy");
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }

    private static Plan plan(String method, String start) {
        Settings settings = Settings.of("file:psf")
                .withFidelity("norm")
                .withPrior("gradient-norm:weight=0.2")
                .withBoundary("zero")
                .withMethod(method)
                .withStart(start);
        return Plan.of(settings, Image.gray(article("astro_blur")), ArticleTest::article);
    }

    private static void near(NdArray actual, NdArray reference) {
        assertThat(actual.minus(reference).norm() / reference.norm()).isLessThan(1e-12);
    }

    @Test
    void lossGradientAndHessianProductAreTheArticles() {
        Problem problem = plan("newton-cg", "observed").channels().get(0);
        NdArray blur = article("astro_blur");
        assertThat(problem.loss(blur)).isCloseTo(5.347237221682811, within(5e-14));
        assertThat(problem.loss(article("x0_seed0"))).isCloseTo(65.65178886075296, within(1e-12));
        near(Gradients.grad(problem::loss).apply(Tensor.of(blur)).value(), article("ref_grad_at_blur"));
        NdArray direction = NdArray.of(
                IntStream.range(0, blur.size()).mapToDouble(Math::sin).toArray(), blur.shape());
        NdArray product = Gradients.hessianProduct(problem::loss)
                .apply(Tensor.of(blur), Tensor.of(direction))
                .value();
        near(product, article("ref_hvp_at_blur_sin"));
        near(problem.objective().at(blur).hessianProduct(direction), article("ref_hvp_at_blur_sin"));
    }

    @Test
    void newtonCgGoesTheWayOfSciPy() {
        Solution solution =
                Deblurring.run(plan("newton-cg", "file:x0_seed0")).channels().get(0);
        assertThat(solution.success()).isTrue();
        assertThat(solution.nit()).isEqualTo(14);
        assertThat(solution.nfev()).isEqualTo(20);
        assertThat(solution.njev()).isEqualTo(20);
        assertThat(solution.nhev()).isBetween(117, 121);
        assertThat(solution.fun()).isCloseTo(MINIMUM, within(1e-8 * MINIMUM));
        NdArray sharp = article("astro_org");
        assertThat(Quality.psnr(sharp, solution.x(), 1)).isCloseTo(22.1817, within(5e-4));
        assertThat(Quality.ssim(sharp, solution.x(), 1).orElseThrow()).isCloseTo(0.7749, within(1e-4));
    }

    static Stream<Arguments> methods() {
        return Stream.concat(Optimizers.FOR_MANY_UNKNOWNS.names().stream(), Stream.of("newton-cg:hessian=2-point"))
                .flatMap(method ->
                        Stream.of("file:x0_seed0", "zeros", "observed").map(start -> Arguments.of(method, start)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodReachesTheMinimum(String method, String start) {
        Solution solution = Deblurring.run(plan(method, start)).channels().get(0);
        assertThat(solution.success()).as(solution.message()).isTrue();
        assertThat(solution.fun()).isCloseTo(MINIMUM, within(1e-6 * MINIMUM));
    }
}
