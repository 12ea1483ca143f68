package org.acutance.math.array;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Arrays large enough that threads share them. */
class SharedWorkTest {
    private static final int SIZE = 200_003;
    private static final Sums MOMENTS = (in, sums, count) -> {
        for (int i = 0; i < count; i++) {
            sums[0] += in[0][i];
            sums[1] += in[0][i] * in[1][i];
        }
    };

    private static NdArray random(int seed, Precision precision) {
        Random random = new Random(seed);
        double[] values =
                IntStream.range(0, SIZE).mapToDouble(i -> random.nextGaussian()).toArray();
        return NdArray.of(values, SIZE).to(precision);
    }

    private static <T> T onThreads(int threads, Supplier<T> work) throws InterruptedException, ExecutionException {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work::get).get();
        } finally {
            pool.shutdown();
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void elementsAreThoseOfAPlainLoop(Precision precision) {
        NdArray a = random(1, precision);
        NdArray b = random(2, precision);
        double[] expected =
                IntStream.range(0, SIZE).mapToDouble(i -> a.get(i) - b.get(i)).toArray();
        assertThat(a.minus(b)).isEqualTo(NdArray.of(expected, SIZE).to(precision));
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void anyNumberOfThreadsGivesTheSameBits(Precision precision) throws InterruptedException, ExecutionException {
        NdArray a = random(3, precision);
        NdArray b = random(4, precision);
        assertThat(onThreads(3, () -> a.times(b))).isEqualTo(onThreads(1, () -> a.times(b)));
        assertThat(onThreads(3, () -> a.dot(b))).isEqualTo(onThreads(1, () -> a.dot(b)));
        assertThat(onThreads(3, () -> MOMENTS.of(2, a, b))).isEqualTo(onThreads(1, () -> MOMENTS.of(2, a, b)));
    }

    @Test
    void severalSumsAreThoseOfSingleOnes() {
        NdArray a = random(5, Precision.FLOAT64);
        NdArray b = random(6, Precision.FLOAT64);
        double[] sums = MOMENTS.of(2, a, b);
        assertThat(sums[0]).isCloseTo(a.sum(), within(1e-9));
        assertThat(sums[1]).isCloseTo(a.dot(b), within(1e-9));
    }

    @Test
    void sumsNeedArraysOfOneShape() {
        NdArray a = NdArray.of(new double[] {1, 2}, 2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MOMENTS.of(2, a, NdArray.of(new double[] {1}, 1)))
                .withMessageStartingWith("sums: ");
    }

    @Test
    void aValueThatIsNotFiniteIsSeenAnywhere() {
        NdArray finite = random(7, Precision.FLOAT64);
        double[] values = finite.toDoubles();
        values[SIZE - 2] = Double.NEGATIVE_INFINITY;
        assertThat(finite.isFinite()).isTrue();
        assertThat(NdArray.of(values, SIZE).isFinite()).isFalse();
    }
}
