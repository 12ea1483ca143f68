package org.acutance.math.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.junit.jupiter.api.Test;

/** Derivatives keep the precision of what they belong to. */
class PrecisionTest {
    private static final Tensor SINGLE = Tensor.of(new double[] {1, 2}, 2).to(Precision.FLOAT32);
    private static final Tensor DOUBLE = Tensor.of(new double[] {1, 2}, 2);

    @Test
    void theTangentOfAScalarTakesThePrecisionOfTheArrayThatItMeets() {
        List<UnaryOperator<Tensor>> functions = List.of(
                s -> s.plus(SINGLE),
                SINGLE::minus,
                s -> s.times(SINGLE),
                s -> Tensor.where(SINGLE.value(), s, SINGLE),
                s -> s.max(SINGLE));
        for (UnaryOperator<Tensor> function : functions) {
            UnaryOperator<Tensor> squared = s -> function.apply(s).square();
            Gradients.ValueAndTangent result = Gradients.jvp(squared, Tensor.scalar(3), Tensor.scalar(1));
            Linearized reverse = Gradients.vjp(squared, Tensor.scalar(3));
            assertThat(result.tangent().precision()).isEqualTo(Precision.FLOAT32);
            assertThat(result.tangent().sum().item())
                    .isEqualTo(
                            reverse.pullback(Tensor.onesLike(reverse.value())).item());
        }
    }

    @Test
    void aConversionConvertsBack() {
        Tensor third = DOUBLE.dividedBy(3);
        Linearized rounded = Gradients.vjp(x -> x.to(Precision.FLOAT32), third);
        assertThat(rounded.value().value()).isEqualTo(third.value().to(Precision.FLOAT32));
        assertThat(rounded.pullback(SINGLE).value()).isEqualTo(DOUBLE.value());
    }

    @Test
    void productsRefuseOperandsOfTwoPrecisions() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DOUBLE.dot(SINGLE))
                .withMessage("dot: got FLOAT32, expected FLOAT64; convert one with to(Precision)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SINGLE.matmul(DOUBLE))
                .withMessage("matmul: got FLOAT64, expected FLOAT32; convert one with to(Precision)");
    }

    @Test
    void directionsOfAnotherPrecisionAreRefusedAtTheDoor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Gradients.jvp(Tensor::square, SINGLE, DOUBLE))
                .withMessage("jvp: got FLOAT64, expected FLOAT32; convert one with to(Precision)");
        Linearized linearized = Gradients.vjp(x -> x.plus(1), SINGLE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linearized.pullback(DOUBLE))
                .withMessageStartingWith("pullback: got FLOAT64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> linearized.pushforward(Tensor.of(NdArray.zeros(2))))
                .withMessageStartingWith("pushforward: got FLOAT64");
    }
}
