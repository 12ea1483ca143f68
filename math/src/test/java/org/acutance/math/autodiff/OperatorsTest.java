package org.acutance.math.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

/** The operators beyond gradients and Jacobians, on functions whose derivatives are known in closed form. */
class OperatorsTest {
    private static final Tensor X = Tensor.of(new double[] {1, 2, 3}, 3);
    private static final Tensor V = Tensor.of(new double[] {1, 0, -1}, 3);

    /** Two residuals of three unknowns: x0 x1 and x1 x2^2. */
    private static Tensor residuals(Tensor x) {
        Tensor a = x.slice(0, 0, 1);
        Tensor b = x.slice(0, 1, 2);
        Tensor c = x.slice(0, 2, 3);
        return Tensor.concatenate(0, a.times(b), b.times(c.square()));
    }

    @Test
    void elementwiseGradIsTheDerivativeOfEachElement() {
        UnaryOperator<Tensor> curvature = Gradients.elementwiseGrad(Gradients.elementwiseGrad(x -> x.pow(3)));
        assertThat(curvature.apply(X).value()).isEqualTo(NdArray.vector(6, 12, 18));
    }

    @Test
    void gaussNewtonLeavesOutTheCurvatureOfTheResiduals() {
        // J = [2 1 0; 0 9 12], and with the loss r0^2 + 3 r1^2 / 2 the inner Hessian is diag(2, 3)
        NdArray product = Gradients.gaussNewtonProduct(OperatorsTest::residuals, r -> r.square()
                        .times(Tensor.of(new double[] {1, 1.5}, 2))
                        .sum())
                .apply(X, V)
                .value();
        assertThat(product).isEqualTo(NdArray.vector(8, 4 - 324, -432));
    }

    @Test
    void aTensorTimesTheJacobian() {
        UnaryOperator<Tensor> outer = x -> residuals(x).reshape(2, 1).times(Tensor.of(new double[] {1, 10}, 2));
        Tensor rows = Tensor.of(new double[] {1, 2}, 2);
        assertThat(Gradients.tensorJacobianProduct(outer, X, rows))
                .isEqualTo(NdArray.of(new double[] {2, 19, 24, 20, 190, 240}, 2, 3));
        assertThat(Gradients.tensorJacobianProduct(outer, X, Tensor.onesLike(outer.apply(X))))
                .isEqualTo(NdArray.vector(22, 110, 132));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradients.tensorJacobianProduct(outer, X, X))
                .withMessage("tensorJacobianProduct: tensor [3] does not begin the shape of the result, [2×2]");
    }

    @Test
    void manyDirectionsShareOneRecord() {
        Linearized linearized = Gradients.vjp(OperatorsTest::residuals, X);
        Tensor unit = Tensor.of(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3, 3);
        assertThat(linearized.pushforwards(unit).value()).isEqualTo(NdArray.of(new double[] {2, 0, 1, 9, 0, 12}, 3, 2));
        Tensor two = Tensor.of(new double[] {1, 0, 0, 1}, 2, 2);
        assertThat(linearized.pullbacks(two).value()).isEqualTo(NdArray.of(new double[] {2, 1, 0, 0, 9, 12}, 2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linearized.pushforwards(V))
                .withMessage(
                        "pushforwards: got shape [3], expected directions of shape [3] stacked along a first axis");
        UnaryOperator<Tensor> rows =
                x -> Gradients.vjp(OperatorsTest::residuals, x).pullbacks(two).sum();
        assertThat(Gradients.grad(rows).apply(X).value()).isEqualTo(NdArray.vector(1, 1 + 2 * 3, 2 * 3 + 2 * 2));
    }

    @Test
    void aCheckpointRunsAgainAndKeepsTheDerivatives() {
        int[] runs = new int[1];
        UnaryOperator<Tensor> counted = x -> {
            runs[0]++;
            return x.sin().exp();
        };
        UnaryOperator<Tensor> plain = x -> x.sin().exp();
        UnaryOperator<Tensor> kept = Gradients.checkpoint(counted);
        NdArray gradient = Gradients.grad(x -> kept.apply(x).sum()).apply(X).value();
        assertThat(runs[0]).isEqualTo(2);
        assertThat(gradient)
                .isEqualTo(Gradients.grad(x -> plain.apply(x).sum()).apply(X).value());
        NdArray hessian = Gradients.hessian(x -> kept.apply(x).sum(), X);
        assertThat(hessian.minus(Gradients.hessian(x -> plain.apply(x).sum(), X))
                        .maxAbs())
                .isLessThan(1e-14);
    }

    @Test
    void aCheckpointRefusesWhatItWouldForget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradients.grad(x ->
                                Gradients.checkpoint(y -> y.times(x)).apply(X).sum())
                        .apply(X))
                .withMessage("checkpoint: the function uses a tensor that a derivative follows and that is not its"
                        + " argument; hand it in, several at once with Parameters");
    }

    @Test
    void rulesOfUsersInOneDirectionServeBoth() {
        Custom pushed = Custom.ofPushforwards(
                "cube",
                x -> x.get(0).times(x.get(0)).times(x.get(0)),
                (t, x, y) -> x.get(0).square().times(3).gated(t));
        Custom pulled = Custom.ofPullbacks(
                "cube",
                x -> x.get(0).times(x.get(0)).times(x.get(0)),
                (t, x, y) -> x.get(0).square().times(3).gated(t));
        for (Custom cube : List.of(pushed, pulled)) {
            assertThat(Gradients.elementwiseGrad(x -> cube.apply(x)).apply(X).value())
                    .isEqualTo(NdArray.vector(3, 12, 27));
            assertThat(Gradients.jvp(x -> cube.apply(x), X, V).tangent().value())
                    .isEqualTo(NdArray.vector(3, 0, -27));
            assertThat(Gradients.hessian(x -> cube.apply(x).sum(), X))
                    .isEqualTo(NdArray.of(new double[] {6, 0, 0, 0, 12, 0, 0, 0, 18}, 3, 3));
        }
    }

    @Test
    void rulesOfUsersForTwoOperands() {
        Custom product = Custom.bilinear(
                "product",
                (a, b) -> a.times(b),
                Tensor::times,
                (t, x, y) -> t.times(x.get(1)),
                (t, x, y) -> t.times(x.get(0)));
        Elementwise difference =
                Elementwise.of("difference", (a, b) -> a - 2 * b, (t, x, y) -> t, (t, x, y) -> t.times(-2));
        assertThat(Gradients.elementwiseGrad(x -> product.apply(x, V)).apply(X).value())
                .isEqualTo(V.value());
        assertThat(Gradients.jvp(x -> product.apply(X, x), X, V).tangent().value())
                .isEqualTo(X.times(V).value());
        assertThat(Gradients.elementwiseGrad(x -> difference.apply(V, x))
                        .apply(X)
                        .value())
                .isEqualTo(NdArray.vector(-2, -2, -2));
        assertThat(difference.apply(X, V).value()).isEqualTo(NdArray.vector(-1, 2, 5));
    }

    /** Recorded with the point itself, infinity less infinity would come in. */
    @Test
    void theTransposeOfARuleIsRecordedAtZero() {
        Custom flat = Custom.ofPushforwards("flat", x -> NdArray.scalar(0), (t, x, y) -> t.minus(t));
        Tensor far = Tensor.scalar(Double.POSITIVE_INFINITY);
        assertThat(Gradients.debugNans(() -> Gradients.grad(x -> flat.apply(x)).apply(far))
                        .item())
                .isZero();
    }

    private record Lens(Tensor focus, Aberration aberration) {}

    private record Aberration(List<Tensor> coefficients) {}

    private static Tensor blurOf(Lens lens) {
        List<Tensor> c = lens.aberration().coefficients();
        return lens.focus().square().plus(c.get(0).times(c.get(1)).sum());
    }

    @Test
    void gradientsByRecordsOfTensors() {
        Lens lens = new Lens(Tensor.scalar(3), new Aberration(List.of(X, V)));
        Parameters<Lens> parameters = Parameters.like(lens);
        assertThat(parameters.size()).isEqualTo(7);
        assertThat(parameters.flatten(lens).value()).isEqualTo(NdArray.vector(3, 1, 2, 3, 1, 0, -1));
        Lens gradient = parameters.grad(OperatorsTest::blurOf).apply(lens);
        assertThat(gradient.focus().item()).isEqualTo(6);
        assertThat(gradient.aberration().coefficients().get(0).value()).isEqualTo(V.value());
        assertThat(gradient.aberration().coefficients().get(1).value()).isEqualTo(X.value());
        NdArray hessian = Gradients.hessian(parameters.ofVector(OperatorsTest::blurOf), parameters.flatten(lens));
        assertThat(hessian.at(0, 0)).isEqualTo(2);
        assertThat(hessian.at(1, 4)).isEqualTo(1);
    }

    @Test
    void structuresKeepKeysAndPrecision() {
        Tensor single = X.to(Precision.FLOAT32);
        Map<String, Tensor> example = Map.of("a", single, "b", Tensor.scalar(2));
        Map<String, Tensor> gradient = Parameters.like(example)
                .grad(map -> map.getOrDefault("a", X).sum().times(map.getOrDefault("b", X)))
                .apply(example);
        assertThat(gradient.getOrDefault("a", X).value()).isEqualTo(NdArray.full(Shape.of(3), Precision.FLOAT32, 2));
        assertThat(gradient.getOrDefault("b", X).item()).isCloseTo(6, within(1e-6));
    }

    @Test
    void partsOfAMapComeInTheOrderOfItsKeys() {
        Map<String, Tensor> backwards = new LinkedHashMap<>();
        backwards.put("b", Tensor.scalar(2));
        backwards.put("a", Tensor.scalar(1));
        Map<String, Tensor> forwards = Map.of("a", Tensor.scalar(3), "b", Tensor.scalar(4));
        Parameters<Map<String, Tensor>> parameters = Parameters.like(backwards);
        assertThat(parameters.flatten(backwards).value()).isEqualTo(NdArray.vector(1, 2));
        assertThat(parameters.flatten(forwards).value()).isEqualTo(NdArray.vector(3, 4));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters.flatten(Map.of("a", X, "c", X)))
                .withMessageMatching("parameters: got keys \\[[ac], [ac]], expected \\[a, b] as in the example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.like(new LinkedHashMap<>(Map.of(X, X, V, V))))
                .withMessageMatching(
                        "parameters: the keys .* of LinkedHashMap have no order; use strings, numbers of one"
                                + " kind or constants of one enum");
        List<Object> listed = List.of(X);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.like(listed).flatten(List.of(List.of(X))))
                .withMessage("parameters: got a List12, expected a Tensor as in the example");
    }

    @Test
    void structuresRefuseWhatIsNoTensor() {
        record Mixed(Tensor a, double b) {}
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.like(new Mixed(X, 1)))
                .withMessage("parameters: part 1 of Mixed is a Double, expected a Tensor, record, List or Map; make a"
                        + " number Tensor.scalar, or keep it outside");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.like(List.of(X)).flatten(List.of(X, V)))
                .withMessage("parameters: got 2 parts, expected 1 as in the example");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.like(List.of(X)).flatten(List.of(X.reshape(1, 3))))
                .withMessage("flatten, tensor 0: got shape [1×3], expected [3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.like(List.of()))
                .withMessage("parameters: the example holds no tensor; give at least one");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.like(List.of(X, X.to(Precision.FLOAT32))))
                .withMessage("parameters: tensors are FLOAT64 and FLOAT32; convert one with to(Precision)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Parameters.like(List.of(X)).unflatten(Tensor.scalar(1)))
                .withMessage("unflatten: got shape [], expected [3]");
    }

    @Test
    void nansAreOnlyLookedForWhenAsked() {
        Tensor negative = Tensor.scalar(-1);
        assertThat(negative.log().item()).isNaN();
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Gradients.debugNans(negative::log))
                .withMessageStartingWith("debugNans: log gave NaN at element 0 of [] from -1.0; called in ");
        assertThat(Gradients.debugNans(() -> Tensor.scalar(Double.NaN).plus(1)).item())
                .as("a NaN that came in is nobody's fault here")
                .isNaN();
        assertThat(negative.log().item()).isNaN();
    }
}
