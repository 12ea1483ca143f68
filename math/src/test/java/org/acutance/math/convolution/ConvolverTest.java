package org.acutance.math.convolution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.acutance.math.Figures;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolverTest {
    static final Figures FIGURES = Figures.read(ConvolverTest.class, "convolve.txt");

    /** Depends on value and place. */
    private static final RowOperation CHANGE = (position, row, count) -> {
        for (int i = 0; i < count; i++) {
            row[i] = 2 * row[i] + 0.01 * ((position + i) % 7);
        }
    };

    static Stream<String> cases() {
        return FIGURES.names().stream()
                .filter(name -> name.endsWith(".valid"))
                .map(name -> name.substring(0, name.length() - ".valid".length()));
    }

    static NdArray random(int seed, Precision precision, int... extents) {
        Shape shape = Shape.of(extents);
        return NdArray.of(new Random(seed).doubles(shape.size(), -1, 1).toArray(), shape)
                .to(precision);
    }

    static NdArray outerProduct(NdArray column, NdArray row) {
        return column.reshape(column.size(), 1).times(row.reshape(1, row.size()));
    }

    static void assertClose(NdArray actual, NdArray expected, Precision precision) {
        assertThat(actual.shape()).isEqualTo(expected.shape());
        assertThat(actual.precision()).isEqualTo(precision);
        double error = actual.to(Precision.FLOAT64)
                .minus(expected.to(Precision.FLOAT64))
                .maxAbs();
        double tolerance = precision == Precision.FLOAT64 ? 1e-13 : 2e-6;
        assertThat(error).isLessThanOrEqualTo(tolerance * Math.max(1, expected.maxAbs()));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyMethodAgreesWithSciPy(String name) {
        NdArray x = FIGURES.get(name.substring(0, name.indexOf('.')) + ".x");
        NdArray kernel = FIGURES.get(name + ".kernel");
        NdArray expected = FIGURES.get(name + ".valid");
        for (Precision precision : Precision.values()) {
            NdArray taps = kernel.to(precision);
            assertClose(Convolution.valid(x.to(precision), taps), expected, precision);
            for (Method method : Method.values()) {
                if (method != Method.SEPARABLE || Convolver.isSeparable(taps)) {
                    Convolver convolver = Convolver.valid(taps, x.shape(), method);
                    assertThat(convolver.method()).isEqualTo(method);
                    assertClose(convolver.apply(x.to(precision)), expected, precision);
                    assertClose(convolver.apply(x.to(precision), CHANGE), CHANGE.on(expected), precision);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"12, 5000, 5, 13", "300, 700, 9, 1", "300, 700, 1, 9"})
    void rowsAreChangedWhole(int rows, int columns, int kernelRows, int kernelColumns) {
        NdArray taps =
                outerProduct(random(2, Precision.FLOAT64, kernelRows), random(3, Precision.FLOAT64, kernelColumns));
        NdArray x = random(4, Precision.FLOAT64, rows, columns);
        for (Method method : Method.values()) {
            Convolver convolver = Convolver.valid(taps, x.shape(), method);
            assertThat(convolver.apply(x, CHANGE)).isEqualTo(CHANGE.on(convolver.apply(x)));
        }
    }

    @Test
    void scalarsMultiply() {
        assertThat(Convolution.valid(NdArray.scalar(3), NdArray.scalar(-2))).isEqualTo(NdArray.scalar(-6));
    }

    @ParameterizedTest
    @CsvSource({"40, 700, 5, 13", "90, 33, 20, 33", "100, 301, 31, 6", "9, 1030, 9, 3"})
    void methodsAgreeOnWiderArrays(int rows, int columns, int kernelRows, int kernelColumns) {
        for (Precision precision : Precision.values()) {
            NdArray x = random(1, precision, rows, columns);
            NdArray kernel = outerProduct(random(2, precision, kernelRows), random(3, precision, kernelColumns));
            NdArray direct = Convolver.valid(kernel, x.shape(), Method.DIRECT).apply(x);
            assertClose(Convolver.valid(kernel, x.shape(), Method.SEPARABLE).apply(x), direct, precision);
            assertClose(Convolver.valid(kernel, x.shape(), Method.FFT).apply(x), direct, precision);
        }
    }

    @Test
    void methodsAgreeInThreeDimensions() {
        NdArray x = random(1, Precision.FLOAT64, 20, 33, 41);
        NdArray plane = outerProduct(random(2, Precision.FLOAT64, 5), random(3, Precision.FLOAT64, 7));
        NdArray kernel = outerProduct(random(4, Precision.FLOAT64, 4), plane).reshape(4, 5, 7);
        NdArray direct = Convolver.valid(kernel, x.shape(), Method.DIRECT).apply(x);
        assertClose(Convolver.valid(kernel, x.shape(), Method.SEPARABLE).apply(x), direct, Precision.FLOAT64);
        assertClose(Convolver.valid(kernel, x.shape(), Method.FFT).apply(x), direct, Precision.FLOAT64);
    }

    @ParameterizedTest
    @EnumSource
    void tapsThatAreZeroMakeNoDifference(Method method) {
        NdArray inner = outerProduct(NdArray.vector(1, 0, 0, 2, 3), NdArray.vector(0.5, -1, 0, 4));
        NdArray kernel = inner.pad(new int[] {2, 0}, new int[] {2, 3}, Boundary.ZERO);
        NdArray x = random(1, Precision.FLOAT64, 30, 29);
        NdArray part = x.slice(0, 2, 28).slice(1, 3, 29);
        assertClose(
                Convolver.valid(kernel, x.shape(), method).apply(x),
                Convolver.valid(inner, part.shape(), Method.DIRECT).apply(part),
                Precision.FLOAT64);
        NdArray zeros = NdArray.zeros(3, 3);
        assertThat(Convolution.valid(x, zeros).maxAbs()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void manyThreadsGiveTheSameBits(Method method) {
        for (int size : new int[] {64, 900}) {
            NdArray x = random(1, Precision.FLOAT64, size, size);
            NdArray kernel = outerProduct(random(2, Precision.FLOAT64, 9), random(3, Precision.FLOAT64, 8));
            Convolver convolver = Convolver.valid(kernel, x.shape(), method);
            NdArray once = convolver.apply(x);
            assertThat(IntStream.range(0, 4).parallel().mapToObj(i -> convolver.apply(x)))
                    .allMatch(once::equals);
            // The same rows computed as a smaller problem of one thread.
            if (method != Method.FFT) {
                NdArray top = x.slice(0, 0, 40);
                assertThat(Convolver.valid(kernel, top.shape(), method).apply(top))
                        .isEqualTo(once.slice(0, 0, 32));
            }
        }
    }

    @Test
    void outerProductsAreFound() {
        NdArray gaussian = NdArray.of(
                IntStream.rangeClosed(-6, 6)
                        .mapToDouble(i -> Math.exp(-i * i / 18.0))
                        .toArray(),
                13);
        NdArray kernel = outerProduct(gaussian, gaussian);
        NdArray normalised = kernel.times(1 / kernel.sum());
        assertThat(Convolver.isSeparable(normalised)).isTrue();
        assertThat(Convolver.isSeparable(normalised.to(Precision.FLOAT32))).isTrue();
        assertThat(Convolver.isSeparable(outerProduct(normalised, gaussian).reshape(13, 13, 13)))
                .isTrue();
        assertThat(Convolver.isSeparable(NdArray.vector(1, -2, 3))).isTrue();
        assertThat(Convolver.isSeparable(NdArray.scalar(2))).isTrue();
    }

    @Test
    void nearlyOuterProductsAreNotTaken() {
        NdArray kernel = outerProduct(NdArray.vector(1, 2, 1), NdArray.vector(1, 3, 2));
        for (int tap = 0; tap < kernel.size(); tap++) {
            double[] taps = kernel.toDoubles();
            taps[tap] *= 1 + 1e-10;
            assertThat(Convolver.isSeparable(NdArray.of(taps, 3, 3)))
                    .as("tap %d", tap)
                    .isFalse();
        }
        assertThat(Convolver.isSeparable(NdArray.of(new double[] {1, 0, 0, 1}, 2, 2)))
                .isFalse();
        assertThat(Convolver.isSeparable(NdArray.of(new double[] {1, Double.NaN, 1, 1}, 2, 2)))
                .isFalse();
        assertThatThrownBy(() ->
                        Convolver.valid(NdArray.of(new double[] {1, 0, 0, 1}, 2, 2), Shape.of(4, 4), Method.SEPARABLE))
                .hasMessage("convolve: kernel [2×2] is not an outer product of one vector per axis; use DIRECT or FFT");
    }

    @Test
    void methodIsPickedByCost() {
        Shape picture = Shape.of(183, 183);
        NdArray vector = random(1, Precision.FLOAT64, 13);
        assertThat(Convolver.valid(outerProduct(vector, vector), picture).method())
                .isEqualTo(Method.SEPARABLE);
        assertThat(Convolver.valid(random(1, Precision.FLOAT64, 2, 2), picture).method())
                .isEqualTo(Method.DIRECT);
        assertThat(Convolver.valid(random(1, Precision.FLOAT64, 91, 91), Shape.of(261, 261))
                        .method())
                .isEqualTo(Method.FFT);
    }

    @Test
    void misuseIsRefusedAtTheDoor() {
        assertThatThrownBy(() -> Convolution.valid(NdArray.zeros(171, 171), NdArray.zeros(3, 3, 3)))
                .hasMessage("convolve: kernel [3×3×3] has rank 3 but the image [171×171] has rank 2");
        assertThatThrownBy(() -> Convolution.valid(NdArray.zeros(5, 20), NdArray.zeros(7, 7)))
                .hasMessage("convolve: kernel [7×7] is larger than the image [5×20] along axis 0;"
                        + " crop the kernel, or pad the image ('full' and 'same' do)");
        assertThatThrownBy(() -> Convolution.valid(NdArray.zeros(5, 20), NdArray.zeros(0, 7)))
                .hasMessage("convolve: kernel [0×7] is empty; it needs at least one tap along every axis");
        assertThatThrownBy(() -> Convolution.valid(NdArray.zeros(Shape.of(5), Precision.FLOAT32), NdArray.zeros(3)))
                .hasMessage("convolve: kernel is FLOAT64 but the image is FLOAT32; convert one with to(Precision)");
        Convolver convolver = Convolver.valid(NdArray.zeros(3), Shape.of(5));
        assertThatThrownBy(() -> convolver.apply(NdArray.zeros(6))).hasMessage("convolve: got shape [6], expected [5]");
    }

    @Test
    void plansSayWhatTheyAreFor() {
        NdArray kernel = random(1, Precision.FLOAT32, 3, 1, 4);
        Convolver convolver = Convolver.valid(kernel, Shape.of(7, 1, 9));
        assertThat(convolver.inputShape()).isEqualTo(Shape.of(7, 1, 9));
        assertThat(convolver.outputShape()).isEqualTo(Shape.of(5, 1, 6));
        assertThat(convolver.kernel()).isEqualTo(kernel);
        assertThat(Arrays.stream(Operation.values())
                        .mapToDouble(convolver.work()::count)
                        .sum())
                .isPositive();
    }
}
