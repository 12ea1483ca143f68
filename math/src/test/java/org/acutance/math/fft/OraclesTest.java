package org.acutance.math.fft;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Array;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.jtransforms.fft.DoubleFFT_1D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Line transforms against the definition, against JTransforms and against what is known in closed form. */
class OraclesTest {
    static Stream<Lanes<?>> implementations() {
        return Stream.<Lanes<?>>of(DoubleLanes.PLAIN, FloatLanes.PLAIN, DoubleLanes.FASTEST, FloatLanes.FASTEST)
                .distinct();
    }

    static int[] lengths() {
        return IntStream.concat(
                        IntStream.rangeClosed(1, 64),
                        IntStream.of(
                                67, 77, 96, 121, 127, 128, 171, 180, 189, 243, 343, 360, 509, 512, 625, 1009, 1024))
                .toArray();
    }

    /** Rows of complex numbers, of which only some columns are transformed. */
    private static final class Case<A> {
        private static final int COLUMNS = 5;
        private final int length;
        private final Lanes<A> lanes;
        private final LineTransform<A> line;
        private final double[] re;
        private final double[] im;

        Case(int length, Lanes<A> lanes) {
            this.length = length;
            this.lanes = lanes;
            this.line = LineTransform.of(length, lanes);
            this.re = rounded(
                    new Random(length).doubles((long) length * COLUMNS, -1, 1).toArray());
            this.im = rounded(
                    new Random(-length).doubles((long) length * COLUMNS, -1, 1).toArray());
        }

        /** To numbers that both precisions have. */
        private static double[] rounded(double... values) {
            return Arrays.stream(values).map(value -> (float) value).toArray();
        }

        double epsilon() {
            return lanes.of(0.0) instanceof double[] ? 0x1p-52 : 0x1p-23;
        }

        double[][] transformed(boolean forward, double[] real, double[] imaginary) {
            Lines<A> lines = line.over(Rows.allocate(line.rows(), COLUMNS, lanes), COLUMNS);
            for (int row = 0; row < length; row++) {
                put(real, row, lines.input().re()[row]);
                put(imaginary, row, lines.input().im()[row]);
            }
            if (forward) {
                lines.forward(COLUMNS);
            } else {
                lines.backward(COLUMNS);
            }
            return new double[][] {
                doubles(lines.output().re()), doubles(lines.output().im())
            };
        }

        private void put(double[] values, int row, A target) {
            lanes.copy(lanes.of(Arrays.copyOfRange(values, row * COLUMNS, (row + 1) * COLUMNS)), 0, target, 0, COLUMNS);
        }

        private double[] doubles(A[] rows) {
            double[] values = new double[length * COLUMNS];
            for (int i = 0; i < values.length; i++) {
                values[i] = ((Number) Array.get(rows[i / COLUMNS], i % COLUMNS)).doubleValue();
            }
            return values;
        }

        /** Column as interleaved numbers. */
        double[] column(double[] real, double[] imaginary, int column) {
            double[] line = new double[2 * length];
            for (int row = 0; row < length; row++) {
                line[2 * row] = real[row * COLUMNS + column];
                line[2 * row + 1] = imaginary[row * COLUMNS + column];
            }
            return line;
        }

        /** Rounding grows as the logarithm of the length; the sum of Bluestein's factors takes its part. */
        void assertClose(double[] actual, double[] expected) {
            double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
            for (int i = 0; i < expected.length; i++) {
                assertThat(Math.abs(actual[i] - expected[i]))
                        .as("%s, length %d, place %d", lanes, length, i)
                        .isLessThanOrEqualTo(4 * (1 + Math.log(length)) * epsilon() * largest);
            }
        }
    }

    private static double[] byDefinition(double... line) {
        int n = line.length / 2;
        double[] sums = new double[2 * n];
        for (int k = 0; k < n; k++) {
            for (int j = 0; j < n; j++) {
                double angle = -2 * Math.PI * ((long) j * k % n) / n;
                double cosine = Math.cos(angle);
                double sine = Math.sin(angle);
                sums[2 * k] += line[2 * j] * cosine - line[2 * j + 1] * sine;
                sums[2 * k + 1] += line[2 * j] * sine + line[2 * j + 1] * cosine;
            }
        }
        return sums;
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void agreesWithTheDefinition(Lanes<?> lanes) {
        for (int length : lengths()) {
            Case<?> test = new Case<>(length, lanes);
            double[][] out = test.transformed(true, test.re, test.im);
            for (int column = 0; column < Case.COLUMNS; column += 4) {
                test.assertClose(
                        test.column(out[0], out[1], column), byDefinition(test.column(test.re, test.im, column)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void agreesWithJTransforms(Lanes<?> lanes) {
        for (int length : new int[] {2048, 2187, 2310, 3125, 2401, 4093, 5040}) {
            Case<?> test = new Case<>(length, lanes);
            double[][] out = test.transformed(true, test.re, test.im);
            double[] expected = test.column(test.re, test.im, 3);
            new DoubleFFT_1D(length).complexForward(expected);
            test.assertClose(test.column(out[0], out[1], 3), expected);
        }
    }

    @ParameterizedTest
    @MethodSource("implementations")
    void thereAndBackIsTheLength(Lanes<?> lanes) {
        for (int length : lengths()) {
            Case<?> test = new Case<>(length, lanes);
            double[][] there = test.transformed(true, test.re, test.im);
            double[][] back = test.transformed(false, there[0], there[1]);
            double[] line = test.column(back[0], back[1], 2);
            test.assertClose(
                    Arrays.stream(line).map(value -> value / length).toArray(), test.column(test.re, test.im, 2));
        }
    }

    @Test
    void vectorsGiveTheBitsOfPlainLoops() {
        for (int length : lengths()) {
            assertSameBits(new Case<>(length, DoubleLanes.PLAIN), new Case<>(length, DoubleLanes.FASTEST));
            assertSameBits(new Case<>(length, FloatLanes.PLAIN), new Case<>(length, FloatLanes.FASTEST));
        }
    }

    private static void assertSameBits(Case<?> plain, Case<?> fastest) {
        assertThat(fastest.transformed(true, fastest.re, fastest.im))
                .as("%s, length %d", fastest.lanes, fastest.length)
                .isDeepEqualTo(plain.transformed(true, plain.re, plain.im));
    }

    @ParameterizedTest
    @EnumSource
    void anImpulseIsFlatAndACosineIsAPeak(Precision precision) {
        double tolerance = precision == Precision.FLOAT64 ? 1e-13 : 2e-5;
        for (int length : new int[] {8, 15, 19, 96, 127, 180}) {
            Shape shape = Shape.of(3, length);
            double[] impulse = new double[3 * length];
            impulse[0] = 1;
            double[] cosine = new double[3 * length];
            for (int i = 0; i < cosine.length; i++) {
                cosine[i] = Math.cos(2 * Math.PI * 2 * (i % length) / length);
            }
            Fft fft = Fft.plan(shape, precision);
            Spectrum flat = fft.forward(NdArray.of(impulse, shape, precision));
            assertThat(flat.real()
                            .minus(NdArray.full(flat.real().shape(), precision, 1))
                            .maxAbs())
                    .isLessThan(tolerance);
            assertThat(flat.imaginary().maxAbs()).isLessThan(tolerance);
            Spectrum peak = fft.forward(NdArray.of(cosine, shape, precision));
            assertThat(peak.real().get(2)).isCloseTo(1.5 * length, Offset.offset(length * tolerance));
            assertThat(peak.squaredMagnitude().sum())
                    .isCloseTo(2.25 * length * length, Percentage.withPercentage(1e-3));
        }
    }

    @ParameterizedTest
    @EnumSource
    void isLinear(Precision precision) {
        Shape shape = Shape.of(9, 11, 20);
        NdArray x = FftTest.random(shape, precision);
        NdArray y = x.times(x).plus(x.flip());
        Fft fft = Fft.plan(shape, precision);
        Spectrum sum = fft.forward(x.plusScaled(-0.75, y));
        Spectrum parts = fft.forward(x).plus(fft.forward(y).times(-0.75));
        FftTest.assertClose(sum.real(), parts.real(), precision == Precision.FLOAT64 ? 1e-15 : 1e-6);
        FftTest.assertClose(sum.imaginary(), parts.imaginary(), precision == Precision.FLOAT64 ? 1e-14 : 1e-6);
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBits() throws Exception {
        for (Precision precision : Precision.values()) {
            for (Shape shape : new Shape[] {Shape.of(230, 254), Shape.of(40, 30, 52), Shape.of(67, 600)}) {
                NdArray x = FftTest.random(shape, precision);
                Fft fft = Fft.plan(shape, precision);
                Filter filter = fft.filter(fft.forward(x));
                NdArray alone = in(1, () -> filter.apply(x));
                Spectrum spectrum = in(1, () -> fft.forward(x));
                for (int threads : new int[] {2, 4}) {
                    assertThat(in(threads, () -> filter.apply(x))).isEqualTo(alone);
                    assertThat(in(threads, () -> fft.forward(x))).isEqualTo(spectrum);
                    assertThat(in(threads, () -> fft.inverse(spectrum))).isEqualTo(in(1, () -> fft.inverse(spectrum)));
                }
            }
        }
    }

    private static <T> T in(int threads, Callable<T> work) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(work).get();
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void nothingIsAllocatedButTheResult() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Shape shape = Shape.of(160, 180);
        NdArray x = FftTest.random(shape, Precision.FLOAT64);
        Fft fft = Fft.plan(shape, Precision.FLOAT64);
        Filter filter = fft.filter(fft.forward(x));
        long least = Long.MAX_VALUE;
        // Until it is compiled, every vector is an object.
        for (int i = 0; i < 5000 && least > 8L * shape.size() * 3 / 2; i++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            filter.apply(x);
            least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertThat(least).isLessThan(8L * shape.size() * 3 / 2);
    }
}
