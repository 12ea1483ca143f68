package org.acutance.math.autodiff.integrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.junit.jupiter.api.Test;

class IntegrationTest {
    private static Tensor pendulum(Tensor y, Tensor time) {
        return Tensor.concatenate(0, y.slice(0, 1, 2), y.slice(0, 0, 1).negate());
    }

    private static Tensor row(double... values) {
        return Tensor.of(values, values.length);
    }

    @Test
    void followsACircleUpAndDown() {
        for (double end : new double[] {10, -10}) {
            NdArray states = Integration.odeint(
                            IntegrationTest::pendulum, row(1, 0), row(0, end / 4, end), 1e-10, 1e-10)
                    .value();
            assertThat(states.at(1, 0)).isCloseTo(Math.cos(end / 4), within(1e-8));
            assertThat(states.at(2, 0)).isCloseTo(Math.cos(end), within(1e-8));
            assertThat(states.at(2, 1)).isCloseTo(-Math.sin(end), within(1e-8));
        }
    }

    @Test
    void toleratesErrorsOfTheRootOfThePrecision() {
        NdArray states = Integration.odeint(IntegrationTest::pendulum, row(1, 0), row(0, 1))
                .value();
        assertThat(states.at(1, 0)).isCloseTo(Math.cos(1), within(1e-7));
        Tensor single = Tensor.of(NdArray.vector(1, 0).to(Precision.FLOAT32));
        NdArray rough =
                Integration.odeint(IntegrationTest::pendulum, single, row(0, 1)).value();
        assertThat(rough.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(rough.at(1, 0)).isCloseTo(Math.cos(1), within(1e-3));
    }

    /** Logistic growth: y = 1 / (1 + (1/y0 - 1) exp(-rt)). */
    @Test
    void isDifferentiatedByRateStartAndTime() {
        double rate = 1.3;
        double start = 0.2;
        double end = 2;
        Tensor point = row(rate, start, end);
        Tensor gradient = Gradients.grad(p -> Integration.odeint(
                                (y, t) -> y.times(y.minus(1).negate()).times(p.slice(0, 0, 1)),
                                p.slice(0, 1, 2),
                                Tensor.concatenate(0, row(0), p.slice(0, 2, 3)),
                                1e-11,
                                1e-11)
                        .slice(0, 1, 2)
                        .sum())
                .apply(point);
        double decay = Math.exp(-rate * end);
        double y = 1 / (1 + (1 / start - 1) * decay);
        assertThat(gradient.value().get(0)).isCloseTo(end * y * (1 - y), within(1e-9));
        assertThat(gradient.value().get(1)).isCloseTo(y * y * decay / (start * start), within(1e-9));
        assertThat(gradient.value().get(2)).isCloseTo(rate * y * (1 - y), within(1e-9));
    }

    /** The solution of y' = y^2 from 1 is infinite at 1. */
    @Test
    void saysWhereASolutionEnds() {
        assertThatThrownBy(() -> Integration.odeint((y, t) -> y.square(), row(1), row(0, 2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageStartingWith("odeint: the solution is not smooth enough near time ")
                .hasMessageEndingWith(", or infinite or NaN; loosen rtol and atol, or end before");
    }

    @Test
    void refusesTimesThatTurnAndDerivativesOfAnotherShape() {
        assertThatThrownBy(() -> Integration.odeint(IntegrationTest::pendulum, row(1, 0), row(0, 2, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "odeint: times [3] FLOAT64 [0.0, 2.0, 1.0] do not go one after the other; give finite ones along"
                                + " one axis that all rise or all fall");
        assertThatThrownBy(() -> Integration.odeint((y, t) -> y.sum(), row(1, 0), row(0, 1)))
                .hasMessage("odeint: the derivative: got shape [], expected [2]");
    }
}
