package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.global.GlobalOptimizers;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Differential evolution needs as many values as SciPy's on average, which it would not if its random numbers were not
 * independent from step to step.
 */
class EvolutionSpeedTest {
    private static final int SEEDS = 20;

    private static Solution sphere(double least, int seed) {
        return Minimize.by(GlobalOptimizers.CATALOGUE.create(
                        "differential-evolution:lower=-5,upper=5,polish=false,seed=" + seed))
                .minimize(
                        Objective.differentiated(x -> x.square().sum().plus(least)),
                        NdArray.full(Shape.of(5), Precision.FLOAT64, 3));
    }

    /**
     * The squared length of five unknowns over the least value: SciPy 1.17, {@code differential_evolution(polish=False)}, means
     * over seeds 0 to 19. Where the least value is 0 only rounding ends the search.
     */
    @ParameterizedTest
    @CsvSource({"1, 1762.5", "1e-3, 3228.75", "0, 15435"})
    void takesAsManyValuesAsSciPys(double least, double scipy) {
        double mean = IntStream.range(0, SEEDS)
                .mapToObj(seed -> sphere(least, seed))
                .peek(solution -> assertThat(solution.reason()).isEqualTo(Reason.SPREAD_SMALL))
                .peek(solution -> assertThat(solution.fun()).isCloseTo(least, within(0.02 * least + 1e-20)))
                .mapToInt(Solution::nfev)
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(scipy, Percentage.withPercentage(8));
    }
}
