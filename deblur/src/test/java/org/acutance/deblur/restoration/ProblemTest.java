package org.acutance.deblur.restoration;

import static org.acutance.deblur.image.Reference.distance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.Reference;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Optimizers;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A small problem with a kernel without symmetry, beside dense matrices in NumPy. */
class ProblemTest {
    private static final Reference REFERENCE = Reference.load(ProblemTest.class, "problem.txt");

    private static Settings settings(String terms) {
        Settings settings = Settings.of("file:psf");
        return terms.equals("norm")
                ? settings.withFidelity("norm").withPrior("gradient-norm:weight=0.2")
                : settings.withFidelity("l2").withPrior("gradient:weight=0.01");
    }

    private static Plan plan(String observed, Settings settings) {
        return Plan.of(settings, Image.gray(REFERENCE.get(observed)), REFERENCE::get);
    }

    static Stream<Arguments> terms() {
        return Boundaries.ASSUMED.names().stream()
                .flatMap(boundary -> Stream.of(Arguments.of(boundary, "norm"), Arguments.of(boundary, "l2")));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void blurLossGradientAndHessianProductAgreeWithNumPy(String boundary, String terms) {
        Problem problem = plan(boundary + ".blur", settings(terms).withBoundary(boundary))
                .channels()
                .get(0);
        String name = boundary + "." + terms;
        Tensor x = Tensor.of(REFERENCE.get("x"));
        assertThat(distance(
                        problem.formation().predict(REFERENCE.get("image")),
                        problem.observation().values()))
                .isLessThan(1e-15);
        assertThat(problem.loss(x.value()))
                .isCloseTo(REFERENCE.get(name + ".loss").item(), within(1e-14));
        NdArray gradient = Gradients.grad(problem::loss).apply(x).value();
        assertThat(distance(gradient, REFERENCE.get(name + ".gradient"))).isLessThan(1e-14);
        NdArray product = Gradients.hessianProduct(problem::loss)
                .apply(x, Tensor.of(REFERENCE.get("v")))
                .value();
        assertThat(distance(product, REFERENCE.get(name + ".product"))).isLessThan(1e-14);
    }

    static Stream<Arguments> methods() {
        return Optimizers.FOR_MANY_UNKNOWNS.names().stream()
                .flatMap(method -> Stream.of("observed", "zeros").map(start -> Arguments.of(method, start)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodReachesTheSmoothMinimum(String method, String start) {
        Solution solution = solve("noisy.blur", method, start);
        double minimum = REFERENCE.get("noisy.minimum").item();
        assertThat(solution.success()).as(solution.message()).isTrue();
        assertThat(solution.fun()).isBetween(minimum * (1 - 1e-14), minimum * (1 + 1e-6));
        assertThat(distance(solution.x(), REFERENCE.get("noisy.minimiser"))).isLessThan(5e-3);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodReachesTheKink(String method, String start) {
        Solution solution = solve("zero.blur", method, start);
        double minimum = REFERENCE.get("kink.minimum").item();
        assertThat(solution.fun()).isBetween(minimum * (1 - 1e-14), minimum * (1 + 1e-6));
        assertThat(distance(solution.x(), REFERENCE.get("image"))).isLessThan(1e-4);
    }

    private static Solution solve(String observed, String method, String start) {
        Settings settings =
                settings("norm").withBoundary("zero").withMethod(method).withStart(start);
        return Deblurring.run(plan(observed, settings)).channels().get(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"newton-cg", "l-bfgs", "cg", "gradient-descent", "tnc"})
    void aStartAtTheKinkEndsThereAndSaysSo(String method) {
        Problem problem = plan("zero.blur", settings("norm").withBoundary("zero"))
                .channels()
                .get(0);
        NdArray image = REFERENCE.get("image");
        Problem exact = problem(problem.formation().predict(image), problem.formation(), problem);
        Solution solution = Minimize.by(method).minimize(exact.objective(), image);
        assertThat(solution.x()).isEqualTo(image);
        assertThat(solution.reason()).isEqualTo(Reason.KINK);
        assertThat(solution.nfev()).isLessThan(200);
    }

    @ParameterizedTest
    @MethodSource("methodNames")
    void singlePrecisionEndsAtItsRounding(String method) {
        Problem problem = plan("noisy.blur", settings("norm").withBoundary("zero"))
                .channels()
                .get(0);
        NdArray kernel = REFERENCE.get("psf").to(Precision.FLOAT32);
        NdArray observed = problem.observation().values().to(Precision.FLOAT32);
        Formation blur = Boundaries.CATALOGUE.create("zero").formation(kernel, observed.shape());
        Problem single = problem(observed, blur, problem);
        Solution solution = Minimize.by(method).minimize(single.objective(), observed);
        assertThat(solution.fun()).isCloseTo(REFERENCE.get("noisy.minimum").item(), within(1e-5));
        assertThat(solution.success()).as(solution.message()).isTrue();
    }

    private static Problem problem(NdArray observed, Formation formation, Problem like) {
        Observation observation = Observation.of(observed, like.observation().psf());
        return new Problem(
                observation, formation, Fidelities.CATALOGUE.create("norm").on(observation), like.prior());
    }

    static List<String> methodNames() {
        return Optimizers.FOR_MANY_UNKNOWNS.names();
    }
}
