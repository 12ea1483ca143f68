package org.acutance.math.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The article's problem, with the reference arrays beside the repository; skipped where they are missing. */
class ArticleTest {
    private static final double MINIMUM = 2.1643498139997903;
    private static final double WEIGHT = 0.2;

    private static Objective article() throws IOException {
        return new ArticleObjective(ReferenceData.array("astro_blur.npy"), ReferenceData.array("psf.npy"), WEIGHT)
                .objective();
    }

    private static Objective tiny(int which) throws IOException {
        NdArray psf = ReferenceData.tiny("psf", 0, 5, 3);
        return new ArticleObjective(ReferenceData.tiny("blur", which, 16, 12), psf, WEIGHT).objective();
    }

    @Test
    void theHandWrittenObjectiveIsTheReference() throws IOException {
        NdArray blur = ReferenceData.array("astro_blur.npy");
        NdArray gradient = ReferenceData.array("ref_grad_at_blur.npy").reshape(blur.shape());
        Evaluation at = article().at(blur);
        assertThat(at.value()).isCloseTo(5.347237221682811, within(1e-13));
        assertThat(at.gradient().minus(gradient).maxAbs()).isLessThan(1e-14);

        Evaluation x = tiny(0).at(ReferenceData.tiny("x", 0, 16, 12));
        NdArray product = x.hessianProduct(ReferenceData.tiny("v", 0, 16, 12));
        assertThat(product.minus(ReferenceData.tiny("hvp", 0, 16, 12)).maxAbs()).isLessThan(1e-13);
    }

    @Test
    void newtonIsAsGoodAsScipy() throws IOException {
        Solution solution = Minimize.by("newton-cg").minimize(article(), ReferenceData.array("x0_seed0.npy"));

        assertThat(solution.fun()).isCloseTo(MINIMUM, within(1e-8 * MINIMUM));
        assertThat(solution.nit()).isEqualTo(14);
        assertThat(solution.nfev()).isEqualTo(20);
        assertThat(solution.nhev()).isCloseTo(119, within(5));
    }

    /** SciPy needs about 244 gradients: it computes that at the point again for each product. */
    @Test
    void newtonByDifferencesIsBetterThanScipy() throws IOException {
        Solution solution =
                Minimize.by("newton-cg:hessian=2-point").minimize(article(), ReferenceData.array("x0_seed0.npy"));

        assertThat(solution.fun()).isCloseTo(MINIMUM, within(1e-8 * MINIMUM));
        assertThat(solution.nit()).isEqualTo(14);
        assertThat(solution.nfev()).isEqualTo(20);
        assertThat(solution.njev()).isLessThanOrEqualTo(150);
    }

    @ParameterizedTest
    @CsvSource({"newton-cg, 30", "l-bfgs, 100", "cg, 170", "gradient-descent, 350", "adam, 700"})
    void everyMethodConvergesFromNoiseAndFromZeros(String method, int evaluations) throws IOException {
        Objective objective = article();
        for (NdArray x0 : new NdArray[] {ReferenceData.array("x0_seed0.npy"), NdArray.zeros(171, 171)}) {
            Solution solution = Minimize.by(method).minimize(objective, x0);

            assertThat(solution.fun()).isCloseTo(MINIMUM, within(1e-6 * MINIMUM));
            assertThat(solution.success()).isTrue();
            assertThat(solution.nfev()).isLessThan(evaluations);
            assertThat(solution.nhev()).isLessThan(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton-cg", "newton-cg:hessian=2-point", "l-bfgs", "cg", "gradient-descent", "adam"})
    void bothMinimaOfTheTinyCaseAreReached(String method) throws IOException {
        double kink = tiny(0).at(ReferenceData.tiny("image", 0, 16, 12)).value();
        double smooth = 0.6071340940973763;
        double tolerance = method.startsWith("newton") || method.equals("l-bfgs") ? 1e-8 : 1e-6;
        NdArray[] starts = {ReferenceData.tiny("blur", 0, 16, 12), NdArray.zeros(16, 12)};
        for (NdArray x0 : starts) {
            Solution atKink = Minimize.by(method).minimize(tiny(0), x0);
            assertThat(atKink.fun()).isCloseTo(kink, within(tolerance * kink));
            assertThat(atKink.success()).isTrue();

            Solution atSmooth = Minimize.by(method).minimize(tiny(1), x0);
            assertThat(atSmooth.fun()).isCloseTo(smooth, within(1e-8 * smooth));
            assertThat(atSmooth.success()).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton-cg", "l-bfgs", "cg", "gradient-descent"})
    void aStartAtTheKinkEndsThereAndSaysSo(String method) throws IOException {
        NdArray image = ReferenceData.tiny("image", 0, 16, 12);

        Solution solution = Minimize.by(method).minimize(tiny(0), image);

        assertThat(solution.x()).isEqualTo(image);
        assertThat(solution.reason()).isEqualTo(Reason.KINK);
        assertThat(solution.nfev()).isLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton-cg", "newton-cg:hessian=2-point", "l-bfgs", "cg", "gradient-descent", "adam"})
    void singlePrecisionEndsAtItsRounding(String method) throws IOException {
        Objective objective = tiny(1);
        NdArray x0 = ReferenceData.tiny("blur", 1, 16, 12).to(Precision.FLOAT32);

        Solution solution = Minimize.by(method).minimize(objective, x0);

        assertThat(solution.fun()).isCloseTo(0.6071340940973763, within(1e-5));
        assertThat(solution.success()).isTrue();
    }
}
