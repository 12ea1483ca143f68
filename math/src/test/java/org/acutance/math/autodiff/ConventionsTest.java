package org.acutance.math.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;

/** Derivatives at the points where they do not exist. */
class ConventionsTest {
    private static double slope(UnaryOperator<Tensor> function, double x) {
        return Gradients.grad(function).apply(Tensor.scalar(x)).item();
    }

    private static double curvature(UnaryOperator<Tensor> function, double x) {
        return slope(t -> Gradients.grad(function).apply(t), x);
    }

    @Test
    void infiniteSlopesOfFiniteFunctionsCountAsZero() {
        assertThat(slope(Tensor::sqrt, 0)).isZero();
        assertThat(slope(x -> x.pow(0.5), 0)).isZero();
        assertThat(slope(x -> x.pow(Tensor.scalar(0.5)), 0)).isZero();
        assertThat(slope(Tensor::asin, 1)).isZero();
        assertThat(slope(Tensor::acos, -1)).isZero();
        assertThat(curvature(Tensor::sqrt, 0)).isZero();
    }

    @Test
    void powersHaveTheirTrueSlopesAtZero() {
        assertThat(slope(x -> x.pow(2), 0)).isZero();
        assertThat(slope(x -> x.pow(1), 0)).isEqualTo(1);
        assertThat(slope(x -> x.pow(0), 0)).isZero();
        assertThat(curvature(x -> x.pow(2), 0)).isEqualTo(2);
        assertThat(curvature(x -> x.pow(1), 0)).isZero();
    }

    @Test
    void theNormHasSubgradientZeroAtZero() {
        Tensor zero = Tensor.of(NdArray.zeros(3, 4));
        assertThat(Gradients.grad(Tensor::norm).apply(zero).value()).isEqualTo(zero.value());
        Tensor direction = Tensor.onesLike(zero);
        Tensor product = Gradients.hessianProduct(Tensor::norm).apply(zero, direction);
        assertThat(product.value()).isEqualTo(zero.value());
    }

    @Test
    void kinksHaveTheMiddleSlope() {
        assertThat(slope(Tensor::abs, 0)).isZero();
        assertThat(slope(x -> x.max(Tensor.scalar(2)), 2)).isEqualTo(0.5);
        assertThat(slope(x -> x.min(Tensor.scalar(2)), 2)).isEqualTo(0.5);
        assertThat(slope(x -> x.max(x), 2)).isEqualTo(1);
        assertThat(slope(x -> x.clip(0, 1), 1)).isEqualTo(1);
        assertThat(slope(x -> x.clip(0, 1), 1.5)).isZero();
    }

    @Test
    void tiesOfAMaximumShareEqually() {
        Tensor x = Tensor.of(new double[] {1, 3, 3, 2}, 4);
        assertThat(Gradients.grad(t -> t.max()).apply(x).value()).isEqualTo(NdArray.vector(0, 0.5, 0.5, 0));
    }

    @Test
    void aBranchThatWasNotTakenContributesNothing() {
        UnaryOperator<Tensor> safeLog = x -> Tensor.where(Selection.isPositive(x.value()), x.log(), Tensor.zerosLike(x))
                .sum();
        Tensor x = Tensor.of(new double[] {-1, 0, 2}, 3);
        assertThat(Gradients.grad(safeLog).apply(x).value()).isEqualTo(NdArray.vector(0, 0, 0.5));
        UnaryOperator<Tensor> safeRatio = t -> Tensor.where(NdArray.vector(0, 0, 1), t.dividedBy(t), t.square())
                .sum();
        assertThat(Gradients.grad(safeRatio).apply(x).value()).isEqualTo(NdArray.vector(-2, 0, 0));
    }
}
