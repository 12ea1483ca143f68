package org.acutance.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares results to figures of the same names, which another program computed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AgainstFigures {
    private final Figures figures;
    private final Map<String, Supplier<Tensor>> results;
    private final double tolerance;

    /**
     * The tests.
     *
     * @param figures what is expected
     * @param results how each is computed, in its own test: a mutant must not be hidden by what was computed before it
     * @param tolerance of the largest difference, in units of one plus the largest element
     */
    protected AgainstFigures(Figures figures, Map<String, Supplier<Tensor>> results, double tolerance) {
        this.figures = figures;
        this.results = results;
        this.tolerance = tolerance;
    }

    Set<String> names() {
        return figures.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void agreesWithTheFigure(String name) {
        NdArray found = Objects.requireNonNull(results.get(name)).get().value();
        NdArray expected = figures.get(name);
        assertThat(found.shape()).isEqualTo(expected.shape());
        assertThat(found.minus(expected).maxAbs()).isLessThan(tolerance * (1 + found.maxAbs()));
    }

    @Test
    void everyResultIsCompared() {
        assertThat(names()).isEqualTo(results.keySet());
    }
}
