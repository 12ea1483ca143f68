package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.fourier.Complex;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Differences;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizers;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every method on values alone. */
class WithoutGradientsTest {
    private static final TestProblem VALLEY = TestProblem.rosenbrock(4);

    static Stream<Arguments> methods() {
        return Optimizers.CATALOGUE.names().stream()
                .filter(name ->
                        !List.of("cobyla", "cobyqa", "nelder-mead", "powell").contains(name))
                .flatMap(name -> Stream.of(Differences.values()).map(kind -> Arguments.of(name, kind)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void findsTheMinimumByDifferencesAndCountsEveryValue(String method, Differences differences) {
        AtomicInteger values = new AtomicInteger();
        Objective objective = Objective.differenced(
                x -> {
                    values.incrementAndGet();
                    return VALLEY.objective().at(x).value();
                },
                differences,
                Bounds.NONE);

        Solution solution = Minimize.by(method).minimize(objective, VALLEY.x0());

        assertThat(solution.fun()).isLessThan(1e-6);
        assertThat(solution.nfev()).isEqualTo(values.get());
        assertThat(solution.njev()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"l-bfgs-b", "tnc", "slsqp", "trust-constr", "projected-gradient"})
    void asksNothingBeyondTheBounds(String method) {
        Bounds box = new Bounds(NdArray.vector(-2, -2, 0.3, 0.2), NdArray.vector(0.8, 0.5, 0.3, 3));
        for (Differences differences : Differences.values()) {
            Objective objective = Objective.differenced(
                    x -> {
                        assertThat(box.contains(x)).isTrue();
                        return VALLEY.objective().at(x).value();
                    },
                    differences,
                    box);
            NdArray start = NdArray.vector(-1.2, 0.5, 0.3, 1);

            Solution solution = Minimize.by(method).within(box).minimize(objective, start);
            Solution exact = Minimize.by(method).within(box).minimize(VALLEY.objective(), start);

            assertThat(solution.fun() - exact.fun()).isLessThan(1e-5);
            assertThat(solution.x().get(2)).isEqualTo(0.3);
        }
    }

    /** The sum of exp(x) (1 + x)^2 / (2 + x^2) and its derivatives, which differentiation has to rounding. */
    @Test
    void complexStepsAreRightToRounding() {
        NdArray x = NdArray.vector(0.3, -1.7, 2.2);
        Tensor one = Tensor.scalar(1);
        Objective stepped = Objective.complexStep(z -> {
            Complex ones = Complex.of(one);
            Complex square = z.times(z);
            Complex terms = z.exp().times(z.plus(ones).times(z.plus(ones))).dividedBy(square.plus(ones.times(2)));
            return terms.each(Tensor::sum);
        });

        NdArray gradient = Gradients.grad(t -> t.exp()
                        .times(t.plus(1).square())
                        .dividedBy(t.square().plus(2))
                        .sum())
                .apply(Tensor.of(x))
                .value();

        assertThat(stepped.at(x).gradient().minus(gradient).maxAbs()).isLessThan(1e-14 * gradient.maxAbs());
        assertThat(Minimize.by("bfgs")
                        .minimize(stepped, NdArray.vector(0.5, 0.5, 0.5))
                        .fun())
                .isLessThan(1e-8);
    }

    @ParameterizedTest
    @EnumSource
    void differencesKeepThePrecision(Differences differences) {
        Objective bowl = Objective.differenced(x -> x.dot(x) / 2, differences, Bounds.NONE);
        NdArray x = NdArray.vector(3, -2).to(Precision.FLOAT32);

        NdArray gradient = bowl.at(x).gradient();

        assertThat(gradient.precision()).isEqualTo(x.precision());
        assertThat(gradient.minus(x).maxAbs()).isLessThan(2e-2);
        assumeThat(differences).isEqualTo(Differences.THREE_POINT);
        assertThat(gradient.minus(x).maxAbs()).isLessThan(1e-3);
    }
}
