package org.acutance.math.autodiff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
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

    @Test
    void theLargerAndTheSmallerOfTwoHaveItsSlopeInEitherOrder() {
        Tensor low = Tensor.scalar(2);
        Tensor high = Tensor.scalar(5);
        assertThat(low.max(high).item()).isEqualTo(high.max(low).item()).isEqualTo(5);
        assertThat(low.min(high).item()).isEqualTo(high.min(low).item()).isEqualTo(2);
        assertThat(slopes(Tensor::max, 2, 5))
                .isEqualTo(slopes(Tensor::fmax, 2, 5))
                .isEqualTo(NdArray.vector(0, 1));
        assertThat(slopes(Tensor::max, 5, 2))
                .isEqualTo(slopes(Tensor::fmax, 5, 2))
                .isEqualTo(NdArray.vector(1, 0));
        assertThat(slopes(Tensor::min, 2, 5))
                .isEqualTo(slopes(Tensor::fmin, 2, 5))
                .isEqualTo(NdArray.vector(1, 0));
        assertThat(slopes(Tensor::min, 5, 2))
                .isEqualTo(slopes(Tensor::fmin, 5, 2))
                .isEqualTo(NdArray.vector(0, 1));
        for (BinaryOperator<Tensor> extreme :
                List.<BinaryOperator<Tensor>>of(Tensor::max, Tensor::min, Tensor::fmax, Tensor::fmin)) {
            assertThat(slopes(extreme, 3, 3)).isEqualTo(NdArray.vector(0.5, 0.5));
        }
    }

    /** By the first and by the second operand. */
    private static NdArray slopes(BinaryOperator<Tensor> function, double a, double b) {
        return NdArray.vector(
                slope(x -> function.apply(x, Tensor.scalar(b)), a), slope(x -> function.apply(Tensor.scalar(a), x), b));
    }

    @Test
    void aNanHasNoShareOfTheLargerOrTheSmaller() {
        for (double number : new double[] {-2, 7, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            assertThat(slopes(Tensor::fmax, number, Double.NaN)).isEqualTo(NdArray.vector(1, 0));
            assertThat(slopes(Tensor::fmax, Double.NaN, number)).isEqualTo(NdArray.vector(0, 1));
            assertThat(slopes(Tensor::fmin, number, Double.NaN)).isEqualTo(NdArray.vector(1, 0));
            assertThat(slopes(Tensor::fmin, Double.NaN, number)).isEqualTo(NdArray.vector(0, 1));
        }
        assertThat(slopes(Tensor::fmax, Double.NaN, Double.NaN)).isEqualTo(NdArray.vector(0, 0));
    }

    @Test
    void limitsOfAClipBelongToIt() {
        assertThat(slope(x -> x.clip(0, 1), 0)).isEqualTo(1);
        assertThat(slope(x -> x.clip(0, 1), -1e-9)).isZero();
        assertThat(Tensor.scalar(3).clip(2, 2).item()).isEqualTo(2);
        assertThat(slope(x -> x.clip(2, 2), 2)).isEqualTo(1);
    }

    @Test
    void powersHaveTheirSlopesWhereTheirTwoRulesMeet() {
        Tensor one = Tensor.scalar(1);
        Tensor none = Tensor.scalar(0);
        assertThat(slope(x -> x.pow(one), 0)).isEqualTo(1);
        assertThat(slope(x -> x.pow(none), 0)).isZero();
        assertThat(slope(x -> x.pow(none), 3)).isZero();
        assertThat(slope(x -> x.pow(0), Double.NaN)).isZero();
        assertThat(curvature(x -> x.pow(1), Double.NaN)).isZero();
        assertThat(slope(x -> x.pow(none), Double.NaN)).isZero();
        assertThat(slope(x -> x.pow(Tensor.scalar(-1)), 0)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(slope(none::pow, 0)).isZero();
        assertThat(slope(none::pow, 2)).isZero();
        assertThat(slope(x -> Tensor.scalar(-1).pow(x), 2)).isZero();
    }

    @Test
    void quotientsOfRemaindersAreWholeNumbers() {
        // (a - a % b) / b is 3.0000000000000004 here, by rounding
        double a = 6.364942737423609;
        double b = 1.9119260440421812;
        assertThat(slope(x -> Tensor.scalar(a).fmod(x), b)).isEqualTo(-3);
        assertThat(slope(x -> Tensor.scalar(a).mod(x), b)).isEqualTo(-3);
        assertThat(Tensor.scalar(1).floorDivide(Tensor.scalar(0)).item()).isInfinite();
    }

    @Test
    void valuesAtTheEdgesAreThoseOfNumPy() {
        assertThat(Tensor.scalar(0).log2().item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Tensor.scalar(-1).log2().item()).isNaN();
        assertThat(Tensor.scalar(Double.POSITIVE_INFINITY).log2().item()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Tensor.scalar(Double.MIN_VALUE).log2().item()).isEqualTo(-1074);
        // a remainder of 0 has the sign of the divisor
        assertThat(1 / Tensor.scalar(-4).mod(Tensor.scalar(2)).item()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(1 / Tensor.scalar(4).mod(Tensor.scalar(-2)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        Tensor least = Tensor.scalar(Double.NEGATIVE_INFINITY);
        assertThat(least.logaddexp2(least).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        Tensor large = Tensor.of(NdArray.vector(Double.POSITIVE_INFINITY).to(Precision.FLOAT32));
        assertThat(large.nanToNum().value().get(0)).isEqualTo(Float.MAX_VALUE);
    }
}
