package org.acutance.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.acutance.bench.GlobalBenchmark.Hills;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.junit.jupiter.api.Test;

class GlobalBenchmarkTest {
    /** The element, the same for all unknowns, at which each function is least, as published. */
    private static final Map<String, Double> PLACES =
            Map.of("Rastrigin", 0.0, "Ackley", 0.0, "Griewank", 0.0, "Schwefel", 420.968746359982, "Levy", 1.0);

    private static double value(Hills hills, double element) {
        NdArray point = NdArray.full(Shape.of(GlobalBenchmark.UNKNOWNS), Precision.FLOAT64, element);
        return hills.function().apply(Tensor.of(point)).value().item();
    }

    @Test
    void functionsAreZeroWhereTheyAreLeast() {
        assertThat(GlobalBenchmark.FUNCTIONS).hasSize(PLACES.size()).allSatisfy(hills -> {
            double place = Objects.requireNonNull(PLACES.get(hills.name()));
            assertThat(value(hills, place)).isCloseTo(0, within(1e-9));
            assertThat(value(hills, place + 0.5)).isGreaterThan(0.01);
        });
    }

    @Test
    void everyFunctionHasFiguresOfSciPy() throws IOException {
        List<List<String>> rows = Tally.table("global_scipy.tsv");
        assertThat(rows).hasSize(1 + 3 * PLACES.size());
        assertThat(rows.subList(1, rows.size()))
                .allSatisfy(row -> assertThat(PLACES).containsKey(row.get(1)));
    }
}
