package org.acutance.math.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;

/** What was not selected contributes nothing to a derivative, even if it is infinite or NaN. */
class MaskingTest {
    private static final Tensor POINT = Tensor.of(new double[] {3, 4}, 2);
    private static final Tensor DATA = Tensor.of(new double[] {1, Double.NaN}, 2);

    private static Tensor masked(Tensor x) {
        return Tensor.where(NdArray.vector(1, 0), x, Tensor.of(NdArray.zeros(2)))
                .sum();
    }

    @Test
    void missingDataLeaveTheGradientFinite() {
        List<UnaryOperator<Tensor>> residuals = List.of(
                x -> x.minus(DATA).square(),
                x -> x.minus(DATA).abs(),
                x -> x.minus(DATA).tanh(),
                x -> x.minus(DATA).pow(3),
                x -> x.times(DATA),
                x -> x.dividedBy(DATA),
                x -> x.minus(DATA).exp());
        for (UnaryOperator<Tensor> residual : residuals) {
            NdArray gradient =
                    Gradients.grad(x -> masked(residual.apply(x))).apply(POINT).value();
            assertThat(gradient.isFinite()).isTrue();
            assertThat(gradient.get(1)).isZero();
            assertThat(Gradients.hessian(x -> masked(residual.apply(x)), POINT).isFinite())
                    .isTrue();
        }
    }

    @Test
    void derivativesOfOrderThreeOfARootBelowZeroAreNotSelectedEither() {
        Tensor x = Tensor.of(new double[] {-1, 4}, 2);
        UnaryOperator<Tensor> root =
                t -> Tensor.where(NdArray.vector(0, 1), t.sqrt(), t.square()).sum();
        UnaryOperator<Tensor> curvature =
                t -> Gradients.hessianProduct(root).apply(t, Tensor.onesLike(t)).sum();
        assertThat(Gradients.grad(curvature).apply(x).value())
                .isEqualTo(NdArray.vector(0, 3.0 / 8 * Math.pow(4, -2.5)));
    }

    @Test
    void theSmallerOperandOfAMaximumGetsNothingOfAnInfiniteSlope() {
        Tensor x = Tensor.of(new double[] {-1}, 1);
        Tensor zero = Tensor.of(NdArray.zeros(1));
        assertThat(Gradients.grad(t -> t.max(zero).log().sum()).apply(x).item()).isZero();
        assertThat(Gradients.grad(t -> Tensor.concatenate(0, t, zero).max().log())
                        .apply(x)
                        .item())
                .isZero();
    }

    @Test
    void theNaNOfAMaximumIsTheSelectedElement() {
        Tensor x = Tensor.of(new double[] {1, Double.NaN, 3, 4}, 2, 2);
        assertThat(Gradients.grad(t -> t.max(1).sum()).apply(x).value())
                .isEqualTo(NdArray.of(new double[] {0, 1, 0, 1}, 2, 2));
        assertThat(Gradients.grad(t -> t.min().times(2)).apply(x).value())
                .isEqualTo(NdArray.of(new double[] {0, 2, 0, 0}, 2, 2));
    }
}
