package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Single steps of the first-order methods, computed on paper. */
class MomentDescentTest {
    private static final Objective BOWL = Objective.of(x -> x.dot(x) / 2, x -> x, (x, p) -> p);
    private static final Objective SLOPE = Objective.of(x -> x.item(), x -> NdArray.scalar(1), (x, p) -> p.times(0));

    @ParameterizedTest
    @CsvSource({
        // 1, 1 - 0.1, 0.9 - 0.1 (0.9 + 0.9), 0.72 - 0.1 (0.72 + 0.9 * 1.8)
        "'sgd:learning-rate=0.1,momentum=0.9', 3, 0.486",
        // looking ahead: 1 - 0.1 (1 + 0.9), 0.81 - 0.1 (0.81 + 0.9 (0.81 + 0.9))
        "'sgd:learning-rate=0.1,momentum=0.9,nesterov=true', 2, 0.5751",
        "'sgd:learning-rate=0.1,momentum=0', 2, 0.81",
        // v = 0.01; the gradient over its root is 10
        "'rmsprop:learning-rate=0.02,epsilon=0', 1, 0.8",
        // v = 0.99 * 0.01 + 0.01 * 0.64 = 0.0163; 0.8 - 0.02 * 0.8 / sqrt(0.0163)
        "'rmsprop:learning-rate=0.02,epsilon=0', 2, 0.67467832800",
        // and half of the step before, 0.2
        "'rmsprop:learning-rate=0.02,epsilon=0,momentum=0.5', 2, 0.57467832800",
        "'adam:learning-rate=0.1,epsilon=0', 1, 0.9"
    })
    void stepsAreThoseOfThePapers(String method, int iterations, double expected) {
        Solution solution =
                Minimize.by(method + ",schedule=constant,maxiter=" + iterations).minimize(BOWL, NdArray.scalar(1));

        assertThat(solution.x().item()).isCloseTo(expected, within(1e-8));
        assertThat(solution.reason()).isEqualTo(Reason.MAX_ITERATIONS);
    }

    /** Along a slope of 1 the way is the sum of the rates. */
    @ParameterizedTest
    @CsvSource({
        "constant, 4, 4",
        "step, 4, 2.2",
        "inverse, 4, 2.5666666666666664",
        // 1 + e^-1/2 + e^-1 + e^-3/2
        "exponential, 4, 2.1975402610325054",
        "cosine, 2, 1.5",
        "cosine, 9, 1.5"
    })
    void ratesFollowTheSchedule(String schedule, int maxiter, double expected) {
        String method = "sgd:learning-rate=1,momentum=0,decay=2,schedule=" + schedule + ",maxiter=" + maxiter;

        Solution solution = Minimize.by(method).minimize(SLOPE, NdArray.scalar(0));

        assertThat(solution.x().item()).isCloseTo(-expected, within(1e-14));
        assertThat(solution.reason()).isEqualTo(Reason.MAX_ITERATIONS);
    }
}
