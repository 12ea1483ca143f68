package org.acutance.math.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
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
    void aWrongShapePointsAtTheUsersLine() {
        Throwable thrown =
                catchThrowable(() -> Gradients.grad(GradientsTest::wrong).apply(Tensor.of(NdArray.zeros(4, 5))));
        assertThat(thrown)
                .hasMessage("convolve: kernel [3] has rank 1 but the image [4×5] has rank 2; give both the same"
                        + " number of axes");
        StackTraceElement first = Arrays.stream(thrown.getStackTrace())
                .filter(frame -> frame.getMethodName().equals("wrong"))
                .findFirst()
                .orElseThrow();
        assertThat(first.getClassName()).isEqualTo(GradientsTest.class.getName());
    }

    private static Tensor wrong(Tensor x) {
        return x.convolve(Tensor.of(new double[] {1, 2, 1}, 3), ConvolutionMode.SAME, Boundary.ZERO)
                .sum();
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
}
