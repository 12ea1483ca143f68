package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizers;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Invariants of SciPy's own tests, over every method of the catalogue. */
class EveryInvariantTest {
    private static final TestProblem VALLEY = TestProblem.rosenbrock(2);

    static Stream<String> methods() {
        return Optimizers.CATALOGUE.names().stream();
    }

    static Stream<String> boundedMethods() {
        return methods().filter(name -> Optimizers.CATALOGUE
                .create(name)
                .within(Bounds.atLeast(0))
                .isPresent());
    }

    /** That of cobyla counts evaluations, as SciPy's does. */
    @ParameterizedTest
    @MethodSource("methods")
    void maxiterIsExact(String method) {
        for (int most : new int[] {1, 4}) {
            Solution solution = Minimize.by(method + ":maxiter=" + most).minimize(VALLEY.objective(), VALLEY.x0());

            if (method.equals("cobyla")) {
                assertThat(solution.reason()).isEqualTo(Reason.MAX_EVALUATIONS);
            } else {
                assertThat(solution.nit()).isEqualTo(most);
                assertThat(solution.reason()).isEqualTo(Reason.MAX_ITERATIONS);
            }
            assertThat(solution.success()).isFalse();
        }
    }

    /** A bowl whose values are a thousand times larger or smaller has the same minimum. */
    @ParameterizedTest
    @MethodSource("methods")
    void theUnitOfTheValuesDoesNotMatter(String method) {
        for (double scale : new double[] {1e-3, 1, 1e3}) {
            Objective bowl = Objective.of(
                    x -> scale * (x.dot(x) / 2 - x.sum()),
                    x -> x.minus(NdArray.vector(1, 1)).times(scale),
                    (x, p) -> p.times(scale));

            Solution solution = Minimize.by(method).minimize(bowl, NdArray.vector(3, -2));

            assertThat(solution.success()).as("%s", solution.reason()).isTrue();
            assertThat(solution.x().minus(NdArray.vector(1, 1)).maxAbs()).isLessThan(0.02);
        }
    }

    @ParameterizedTest
    @MethodSource("boundedMethods")
    void fixedElementsStayAndNothingIsAskedBeyondTheBounds(String method) {
        Bounds box = new Bounds(NdArray.vector(0.5, -3), NdArray.vector(0.5, 0.1));
        Objective guarded = x -> {
            assertThat(box.contains(x)).isTrue();
            return VALLEY.objective().at(x);
        };

        Solution solution = Minimize.by(method).within(box).minimize(guarded, NdArray.vector(0.5, -1));

        // the valley's floor, 0.25, is beyond the upper limit
        assertThat(solution.x().get(0)).isEqualTo(0.5);
        assertThat(solution.x().get(1)).isBetween(0.1 - 1e-3, 0.1);
    }

    @ParameterizedTest
    @CsvSource({
        "newton-cg, xtol",
        "l-bfgs, gtol",
        "cg, gtol",
        "trust-ncg, gtol",
        "trust-krylov, gtol",
        "trust-exact, gtol",
        "dogleg, gtol",
        "gradient-descent, gtol",
        "adam, gtol",
        "rmsprop, gtol",
        "sgd, gtol",
        "l-bfgs-b, gtol",
        "tnc, gtol",
        "projected-gradient, gtol",
        "proximal-gradient, gtol",
        "fista, gtol",
        "bfgs, gtol",
        "nelder-mead, fatol",
        "powell, ftol",
        "slsqp, ftol",
        "trust-constr, gtol",
        "cobyla, tol",
        "cobyqa, final_tr_radius"
    })
    void aTighterToleranceIsNoWorse(String method, String option) {
        List<Double> values = Stream.of("1e-1", "1e-3", "1e-5", "1e-7")
                .map(tolerance -> Minimize.by(method + ":" + option + "=" + tolerance)
                        .minimize(VALLEY.objective(), VALLEY.x0())
                        .fun())
                .toList();

        for (int i = 1; i < values.size(); i++) {
            assertThat(values.get(i)).isLessThanOrEqualTo(values.get(i - 1));
        }
    }
}
