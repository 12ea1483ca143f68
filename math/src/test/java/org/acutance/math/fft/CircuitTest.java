package org.acutance.math.fft;

import static org.acutance.math.fft.FftTest.assertClose;
import static org.acutance.math.fft.FftTest.random;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A circuit beside the filters that it is made of. */
class CircuitTest {
    /** Depends on value and place. */
    private static final RowOperation CHANGE = (position, row, count) -> {
        for (int i = 0; i < count; i++) {
            row[i] = row[i] * row[i] + 0.01 * ((position + i) % 7);
        }
    };

    private static final RowOperation DOUBLE = (position, row, count) -> {
        for (int i = 0; i < count; i++) {
            row[i] *= 2;
        }
    };

    private static Shape shape(String extents) {
        return Shape.of(Arrays.stream(extents.split(" ", -1))
                .mapToInt(Integer::parseInt)
                .toArray());
    }

    private static Filter filter(Shape shape, Precision precision) {
        Fft fft = Fft.plan(shape, precision);
        int[] extents = IntStream.of(shape.extents()).map(n -> (n + 1) / 2).toArray();
        return fft.filter(fft.forward(random(Shape.of(extents), precision)));
    }

    @ParameterizedTest
    @CsvSource({
        "9, 0, 9",
        "12, 3, 5",
        "1 9, 0 0, 1 9",
        "10 12, 0 0, 10 12",
        "11 67, 2 5, 6 40",
        "300 20, 17 3, 270 9",
        "7 10 12, 0 0 0, 7 10 12",
        "6 37 16, 1 3 2, 4 30 13",
        "3 2 4 5, 1 0 1 2, 1 2 2 3"
    })
    void isTheFiltersOneAfterTheOther(String extents, String from, String part) {
        Shape shape = shape(extents);
        for (Precision precision : Precision.values()) {
            Filter filter = filter(shape, precision);
            NdArray x = random(shape, precision);
            Circuit circuit = filter.circuit(shape(from), shape(part));
            NdArray between = CHANGE.on(filter.apply(x, shape(from), shape(part)));
            int[] before = shape(from).extents();
            int[] after = IntStream.range(0, before.length)
                    .map(axis -> shape.extent(axis) - before[axis] - shape(part).extent(axis))
                    .toArray();
            NdArray expected = filter.adjoint()
                    .apply(between.pad(before, after, Boundary.ZERO))
                    .times(2);
            NdArray actual = circuit.back(circuit.there(x, CHANGE), DOUBLE);
            assertClose(actual, expected, 10 * shape.rank() * FftTest.tolerance(precision));
        }
    }

    @ParameterizedTest
    @CsvSource({"257 300, 20 30, 200 201", "20 61 64, 0 0 0, 20 61 64"})
    void doesNotDependOnTheNumberOfThreads(String extents, String from, String part) throws Exception {
        for (Precision precision : Precision.values()) {
            Filter filter = filter(shape(extents), precision);
            Circuit circuit = filter.circuit(shape(from), shape(part));
            NdArray x = random(shape(extents), precision);
            NdArray alone = in(1, circuit, x);
            assertThat(in(2, circuit, x)).isEqualTo(alone);
            assertThat(in(4, circuit, x)).isEqualTo(alone);
        }
    }

    private static NdArray in(int threads, Circuit circuit, NdArray x) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> circuit.back(circuit.there(x, CHANGE), DOUBLE))
                    .get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void theWayBackIsGoneOnce() {
        Shape shape = Shape.of(4, 6);
        Circuit circuit = filter(shape, Precision.FLOAT64).circuit(Shape.of(0, 0), shape);
        Circuit.Halfway halfway = circuit.there(random(shape, Precision.FLOAT64), RowOperation.NONE);
        assertThat(halfway.isSpent()).isFalse();
        circuit.back(halfway, RowOperation.NONE);
        assertThat(halfway.isSpent()).isTrue();
        assertThatThrownBy(() -> circuit.back(halfway, RowOperation.NONE))
                .hasMessage("circuit: the way back was gone before; go there again");
        assertThatThrownBy(() -> circuit.there(random(Shape.of(4, 5), Precision.FLOAT64), RowOperation.NONE))
                .hasMessageStartingWith("circuit: ");
    }
}
