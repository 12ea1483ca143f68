package org.acutance.math.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private static Tensor rosenbrock(Tensor x) {
        Tensor head = x.slice(0, 0, x.shape().extent(0) - 1);
        Tensor tail = x.slice(0, 1, x.shape().extent(0));
        return tail.minus(head.square())
                .square()
                .times(100)
                .plus(head.negate().plus(1).square())
                .sum();
    }

    @Test
    void gradientAndHessianOfRosenbrock() {
        Tensor x = Tensor.of(new double[] {-1.2, 1}, 2);
        NdArray gradient = Gradients.grad(GradientsTest::rosenbrock).apply(x).value();
        assertThat(gradient.get(0)).isCloseTo(-215.6, within(1e-12));
        assertThat(gradient.get(1)).isCloseTo(-88, within(1e-12));
        NdArray hessian = Gradients.hessian(GradientsTest::rosenbrock, x);
        assertThat(hessian.minus(NdArray.of(new double[] {1330, 480, 480, 200}, 2, 2))
                        .maxAbs())
                .isLessThan(1e-10);
    }

    @Test
    void derivativesNestToAnyOrder() {
        UnaryOperator<Tensor> derivative = Tensor::sin;
        for (int order = 0; order < 5; order++) {
            derivative = Gradients.grad(derivative);
        }
        assertThat(derivative.apply(Tensor.scalar(0.3)).item()).isCloseTo(Math.cos(0.3), within(1e-15));
    }

    @Test
    void nestedDerivativesDoNotTakeEachOthersTangents() {
        UnaryOperator<Tensor> outer =
                x -> x.times(Gradients.grad(y -> x.plus(y)).apply(Tensor.scalar(1)));
        assertThat(Gradients.grad(outer).apply(Tensor.scalar(1)).item()).isEqualTo(1);
        Tensor one = Tensor.scalar(1);
        UnaryOperator<Tensor> forward = x ->
                x.times(Gradients.jvp(y -> x.times(y), Tensor.scalar(2), one).tangent());
        assertThat(Gradients.jvp(forward, Tensor.scalar(3), one).tangent().item())
                .isEqualTo(6);
    }

    @Test
    void jacobianByRowsAndByColumns() {
        Tensor x = Tensor.of(new double[] {1, 2, 3}, 3);
        NdArray tall = Gradients.jacobian(t -> Tensor.concatenate(0, t, t.square()), x);
        assertThat(tall)
                .isEqualTo(NdArray.of(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1, 2, 0, 0, 0, 4, 0, 0, 0, 6}, 6, 3));
        NdArray wide = Gradients.jacobian(t -> t.sum().reshape(1), x);
        assertThat(wide).isEqualTo(NdArray.of(new double[] {1, 1, 1}, 1, 3));
    }

    @Test
    void resultsThatDoNotDependOnTheArgumentHaveZeroDerivatives() {
        Tensor x = Tensor.of(new double[] {1, 2}, 2);
        assertThat(Gradients.grad(t -> Tensor.scalar(3)).apply(x).value()).isEqualTo(NdArray.zeros(2));
        assertThat(Gradients.jvp(t -> Tensor.scalar(3), x, x).tangent().item()).isZero();
        assertThat(Gradients.hessian(t -> t.sum(), x)).isEqualTo(NdArray.zeros(2, 2));
    }

    @Test
    void valuesAreRealWhileADerivativeRuns() {
        double[] seen = new double[1];
        UnaryOperator<Tensor> branching = x -> {
            Tensor square = x.square();
            seen[0] = square.item();
            return square.item() > 8 ? square : x;
        };
        assertThat(Gradients.grad(branching).apply(Tensor.scalar(3)).item()).isEqualTo(6);
        assertThat(seen[0]).isEqualTo(9);
    }

    @Test
    void gradientOfAVectorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradients.grad(Tensor::exp).apply(Tensor.of(new double[] {1, 2}, 2)))
                .withMessage(
                        "grad: the function returned shape [2], expected one element; reduce it with sum(), or use jacobian");
    }

    @Test
    void gradientCheckNamesTheWorstElement() {
        Tensor x = Tensor.of(new double[] {0.5, 1, 2}, 3);
        GradientCheck right = GradientCheck.checkGradients(t -> t.log().sum(), x);
        assertThat(right.agrees(Precision.FLOAT64)).isTrue();
        GradientCheck wrong =
                GradientCheck.against(NdArray.vector(2, 1, 0.75), t -> t.log().sum(), x);
        assertThat(wrong.agrees(Precision.FLOAT64)).isFalse();
        assertThat(wrong)
                .hasToString("worst element 2: gradient 0.750000000, central difference 0.500000000,"
                        + " relative error 0.25");
    }

    @Test
    void aMeanRefusesAnAxisThatComesTwice() {
        Tensor x = Tensor.of(NdArray.zeros(2, 3));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> x.mean(1, -1))
                .withMessage("reduce: axes [1, -1] of [2×3] name one twice; name each once");
    }

    @Test
    void concatenationKeepsEveryBit() {
        Tensor x = Tensor.of(new double[] {-0.0, 1}, 2);
        assertThat(Tensor.concatenate(0, x, x).value()).isEqualTo(NdArray.vector(-0.0, 1, -0.0, 1));
        assertThat(Tensor.concatenate(-1, x.reshape(2, 1), x.reshape(1, 2).transpose())
                        .value())
                .isEqualTo(NdArray.of(new double[] {-0.0, -0.0, 1, 1}, 2, 2));
        assertThat(Tensor.concatenate(0, x.slice(0, 0, 0), x).value()).isEqualTo(x.value());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.concatenate(0, x, x.to(Precision.FLOAT32)))
                .withMessage("concatenate: got FLOAT32, expected FLOAT64; convert one with to(Precision)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Tensor.concatenate(0))
                .withMessage("concatenate: no arrays came; give at least one");
    }

    @Test
    void refusesWhatHasNoResult() {
        Tensor large = Tensor.of(NdArray.zeros(50_000));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradients.jacobian(x -> x, large))
                .withMessage(
                        "shape: [50000×50000] has more than 2147483647 elements; split the array into smaller parts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> large.clip(2, 1))
                .withMessage("clip: lower limit 2.0 is not below upper limit 1.0; give low <= high");
        Tensor empty = Tensor.of(NdArray.zeros(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> large.convolve(empty, ConvolutionMode.SAME, Boundary.ZERO))
                .withMessage("convolve: kernel [0] is empty; give at least one tap");
    }

    @Test
    void theSlopeOfAnArcsineIsExactNearOne() {
        // with x = 1 - e the closed form is 1 / sqrt(e (2 - e))
        double x = 1 - 0x1p-40;
        double slope = Gradients.grad(Tensor::asin).apply(Tensor.scalar(x)).item();
        assertThat(slope).isCloseTo(0x1p20 / Math.sqrt(2 - 0x1p-40), within(1e-9));
    }

    @Test
    void normsAlongAxes() {
        Tensor x = Tensor.of(new double[] {3, 0, 4, 0}, 2, 2);
        assertThat(x.norm(0).value()).isEqualTo(NdArray.vector(5, 0));
        assertThat(Gradients.grad(t -> t.norm(0).sum()).apply(x).value().toDoubles())
                .containsExactly(new double[] {0.6, 0, 0.8, 0}, within(1e-15));
    }
}
