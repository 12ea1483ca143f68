package org.acutance.math.fft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.Figures;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FftTest {
    static final Figures FIGURES = Figures.read(FftTest.class, "rfftn.txt");

    static Stream<String> cases() {
        return FIGURES.names().stream()
                .filter(name -> name.endsWith(".x"))
                .map(name -> name.substring(0, name.length() - 2));
    }

    static Stream<Shape> shapes() {
        return Stream.of("", "1", "17", "64", "1 1", "1 9", "9 1", "12 10", "11 7", "5 1 6", "6 7 9", "3 2 4 5")
                .map(text -> Shape.of(Stream.of(text.split(" ", -1))
                        .filter(word -> !word.isEmpty())
                        .mapToInt(Integer::parseInt)
                        .toArray()));
    }

    static NdArray random(Shape shape, Precision precision) {
        return NdArray.of(new Random(5).doubles(shape.size(), -1, 1).toArray(), shape)
                .to(precision);
    }

    static double tolerance(Precision precision) {
        return precision == Precision.FLOAT64 ? 1e-14 : 1e-6;
    }

    static void assertClose(NdArray actual, NdArray expected, double tolerance) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        double error = actual.to(Precision.FLOAT64)
                .minus(expected.to(Precision.FLOAT64))
                .maxAbs();
        assertThat(error).isLessThanOrEqualTo(tolerance * Math.max(1, expected.maxAbs()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void agreesWithNumPy(String name) {
        for (Precision precision : Precision.values()) {
            NdArray x = FIGURES.get(name + ".x").to(precision);
            Spectrum spectrum = Fft.plan(x.shape(), precision).forward(x);
            assertClose(spectrum.real(), FIGURES.get(name + ".re"), tolerance(precision));
            assertClose(spectrum.imaginary(), FIGURES.get(name + ".im"), tolerance(precision));
            assertThat(spectrum.real().precision()).isEqualTo(x.precision());
        }
    }

    @Test
    void agreesWithTheDefinitionForEveryLength() {
        for (int length = 1; length <= 40; length++) {
            NdArray x = random(Shape.of(length), Precision.FLOAT64);
            Spectrum spectrum = Fft.plan(x.shape(), Precision.FLOAT64).forward(x);
            for (int k = 0; k <= length / 2; k++) {
                double frequency = 2 * Math.PI * k / length;
                double real = IntStream.range(0, length)
                        .mapToDouble(i -> x.get(i) * Math.cos(frequency * i))
                        .sum();
                double imaginary = IntStream.range(0, length)
                        .mapToDouble(i -> -x.get(i) * Math.sin(frequency * i))
                        .sum();
                assertThat(Math.hypot(
                                real - spectrum.real().get(k),
                                imaginary - spectrum.imaginary().get(k)))
                        .as("length %d, frequency %d", length, k)
                        .isLessThan(1e-13);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void inverseUndoesForwardForEveryLength(Precision precision) {
        for (int length = 1; length <= 40; length++) {
            for (Shape shape : new Shape[] {Shape.of(length), Shape.of(3, length), Shape.of(length, 2, 3)}) {
                NdArray x = random(shape, precision);
                Fft fft = Fft.plan(shape, precision);
                assertClose(fft.inverse(fft.forward(x)), x, tolerance(precision));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void keepsEnergy(Shape shape) {
        NdArray x = random(shape, Precision.FLOAT64);
        NdArray power = Fft.plan(shape, Precision.FLOAT64).forward(x).squaredMagnitude();
        int length = shape.rowLength();
        double energy = 0;
        for (int i = 0; i < power.size(); i++) {
            int column = i % power.shape().rowLength();
            boolean alone = column == 0 || 2 * column == length;
            energy += (alone ? 1 : 2) * power.get(i);
        }
        assertThat(energy / shape.size()).isCloseTo(x.dot(x), withPercentage(1e-11));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void filterIsProductOfSpectra(Shape shape) {
        Fft fft = Fft.plan(shape, Precision.FLOAT64);
        NdArray x = random(shape, Precision.FLOAT64);
        Spectrum response = fft.forward(x.times(x).plus(x));
        NdArray expected = fft.inverse(fft.forward(x).times(response));
        NdArray whole = fft.filter(response).apply(x);
        assertClose(whole, expected, 1e-14);
        for (int axis = 0; axis < shape.rank(); axis++) {
            int from = shape.extent(axis) / 3;
            Shape first = Shape.of(new int[shape.rank()]).with(axis, from);
            Shape part = shape.with(axis, shape.extent(axis) - from);
            assertThat(fft.filter(response).apply(x, first, part))
                    .isEqualTo(whole.slice(axis, from, shape.extent(axis)));
        }
    }

    @Test
    void shorterArraysArePaddedWithZeros() {
        Fft fft = Fft.plan(Shape.of(6, 5, 8), Precision.FLOAT64);
        NdArray small = random(Shape.of(4, 3, 5), Precision.FLOAT64);
        NdArray padded = small.pad(new int[3], new int[] {2, 2, 3}, Boundary.ZERO);
        Spectrum response = fft.forward(random(fft.shape(), Precision.FLOAT64));
        // A first transform leaves its values in the work area; they must not shine through.
        assertThat(fft.forward(small)).isEqualTo(fft.forward(padded));
        assertThat(fft.filter(response).apply(small))
                .isEqualTo(fft.filter(response).apply(padded));
    }

    @Test
    void manyThreadsAndLargeArraysGiveTheSameBits() {
        Fft large = Fft.plan(Shape.of(400, 360), Precision.FLOAT64);
        NdArray x = random(large.shape(), Precision.FLOAT64);
        Spectrum response = large.forward(x);
        NdArray once = large.filter(response).apply(x);
        assertThat(IntStream.range(0, 8).parallel().mapToObj(i -> large.filter(response)
                        .apply(x)))
                .allMatch(once::equals);
        Fft small = Fft.plan(Shape.of(30, 31), Precision.FLOAT64);
        NdArray y = random(small.shape(), Precision.FLOAT64);
        Spectrum spectrum = small.forward(y);
        assertThat(IntStream.range(0, 200).parallel().mapToObj(i -> small.forward(y)))
                .allMatch(spectrum::equals);
    }

    @Test
    void longLinesAreTransformedByOneThread() {
        NdArray x = random(Shape.of(3 << 14), Precision.FLOAT64);
        Fft fft = Fft.plan(x.shape(), Precision.FLOAT64);
        assertClose(fft.inverse(fft.forward(x)), x, 1e-14);
        assertThat(Thread.getAllStackTraces().keySet())
                .filteredOn(thread -> !thread.isDaemon())
                .noneMatch(thread -> thread.getName().contains("pool-"));
    }

    @Test
    void goodSizes() {
        assertThat(new int[] {Fft.goodSize(1), Fft.goodSize(11), Fft.goodSize(183), Fft.goodSize(8191)})
                .containsExactly(1, 12, 189, 8192);
        assertThatThrownBy(() -> Fft.goodSize(0)).hasMessage("goodSize: length 0 is outside 1..2^30");
    }

    @Test
    void misuseIsRefusedAtTheDoor() {
        Fft fft = Fft.plan(Shape.of(4, 6), Precision.FLOAT64);
        assertThatThrownBy(() -> fft.forward(NdArray.zeros(4, 7)))
                .hasMessage("fft: array [4×7] does not fit the planned shape [4×6]; plan for its shape");
        assertThatThrownBy(() -> fft.forward(NdArray.zeros(6)))
                .hasMessage("fft: array [6] does not fit the planned shape [4×6]; plan for its shape");
        assertThatThrownBy(() -> fft.forward(NdArray.zeros(Shape.of(4, 6), Precision.FLOAT32)))
                .hasMessage("fft: got FLOAT32 but the plan is for FLOAT64; convert with to(Precision)");
        assertThatThrownBy(() -> Fft.plan(Shape.of(4, 0), Precision.FLOAT64))
                .hasMessage("fft: shape [4×0] is empty; every extent must be at least 1");
        assertThatThrownBy(() -> Fft.plan(Shape.of(2, 600_000_002), Precision.FLOAT32))
                .hasMessage("fft: an axis of 600000002 elements is too long; at most 268435456, or 1073741824 where no"
                        + " prime factor is above 61");
        assertThatThrownBy(() -> Fft.plan(Shape.of(1 << 30 | 1 << 29), Precision.FLOAT32))
                .hasMessageStartingWith("fft: an axis of 1610612736 elements is too long");
        Spectrum other = Fft.plan(Shape.of(4, 7), Precision.FLOAT64).forward(NdArray.zeros(4, 7));
        assertThatThrownBy(() -> fft.inverse(other)).hasMessage("inverse fft: got shape [4×7], expected [4×6]");
        Filter filter = fft.filter(fft.forward(NdArray.zeros(4, 6)));
        assertThatThrownBy(() -> filter.apply(NdArray.zeros(4, 6), Shape.of(0, 3), Shape.of(4, 4)))
                .hasMessage("filter: part [4×4] from [0×3] leaves the planned shape [4×6]; ask for a part inside it");
    }
}
