package org.acutance.math.autodiff.fourier;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.acutance.math.AgainstFigures;
import org.acutance.math.Figures;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Transforms and complex arithmetic against NumPy and SciPy; the resource is made by make_fourier.py beside it. */
class FourierTest extends AgainstFigures {
    private static final Figures EXPECTED = Figures.read(FourierTest.class, "fourier.txt");
    private static final Tensor X = operand(7);
    private static final Complex Z = new Complex(X, operand(11));
    private static final Complex FLIPPED = Z.each(part -> part.flip(0));

    private static final Map<String, Supplier<Tensor>> RESULTS = Map.ofEntries(
            entry("rfftOdd", () -> packed(Fourier.rfft(X, -1))),
            entry("rfftEven", () -> packed(Fourier.rfft(X, 1))),
            entry("rfftn", () -> packed(Fourier.rfftn(X, 0, 1, 2))),
            entry("rfftnAxes", () -> packed(Fourier.rfftn(X, 2, 0))),
            entry("irfftOdd", () -> Fourier.irfft(Z, 9, -1)),
            entry("irfftEven", () -> Fourier.irfft(Z.each(part -> part.slice(0, 0, 3)), 4, 0)),
            entry("irfftn", () -> Fourier.irfftn(Z, 8, 0, 1, 2)),
            entry("fft", () -> packed(Fourier.fft(Z, 1))),
            entry("fftOdd", () -> packed(Fourier.fft(Z, -1))),
            entry("fftn", () -> packed(Fourier.fftn(Z, 0, 1, 2))),
            entry("fftnAxes", () -> packed(Fourier.fftn(Z, 2, 0))),
            entry("ifft", () -> packed(Fourier.ifft(Z, 2))),
            entry("ifftn", () -> packed(Fourier.ifftn(Z, 0, 1))),
            entry("fftshift", () -> Fourier.fftshift(X)),
            entry("ifftshift", () -> Fourier.ifftshift(X, 2)),
            entry("ifftshiftAll", () -> Fourier.ifftshift(X)),
            entry("irfftOfOne", () -> Fourier.irfft(Z.each(part -> part.slice(2, 0, 1)), 1, -1)),
            entry("plus", () -> packed(Z.plus(FLIPPED))),
            entry("minus", () -> packed(Z.minus(FLIPPED))),
            entry("negate", () -> packed(Z.negate())),
            entry("timesReal", () -> packed(Z.times(X))),
            entry("dct", () -> Fourier.dct(X, -1)),
            entry("dctEven", () -> Fourier.dct(X, 1)),
            entry("idct", () -> Fourier.idct(X, 0)),
            entry("times", () -> packed(Z.times(FLIPPED))),
            entry("dividedBy", () -> packed(Z.dividedBy(FLIPPED))),
            entry("exp", () -> packed(Z.exp())),
            entry("log", () -> packed(Z.log())),
            entry("sqrt", () -> packed(Z.sqrt())),
            entry("angle", () -> Z.angle()),
            entry("abs", () -> Z.abs()));

    private static Tensor operand(int step) {
        return Tensor.of(
                IntStream.range(0, 60).mapToDouble(i -> i * step % 61 / 8.0 - 3).toArray(), 3, 4, 5);
    }

    private static Tensor packed(Complex z) {
        return Tensor.stack(0, z.real(), z.imaginary());
    }

    FourierTest() {
        super(EXPECTED, RESULTS, 1e-13);
    }

    @Test
    void theEnergyOfASpectrumHasTheSamplesAsItsGradient() {
        // Parseval: sum |F x|^2 = n sum x^2, for odd and even extents, though only half of the spectrum is kept
        Complex all = Fourier.fftn(Complex.of(X), 0, 1, 2);
        assertThat(all.squaredAbs().sum().item() / (60 * X.squaredNorm().item()) - 1)
                .isBetween(-1e-14, 1e-14);
        NdArray gradient = Gradients.grad(
                        x -> Fourier.fftn(Complex.of(x), 0, 1, 2).squaredAbs().sum())
                .apply(X)
                .value();
        assertThat(gradient.minus(X.value().times(120)).maxAbs()).isLessThan(1e-11);
    }

    @Test
    void theSlopeOfAnAbsoluteValueAtZeroIsZero() {
        NdArray gradient = Gradients.grad(x -> Complex.of(x).sqrt().abs().sum())
                .apply(Tensor.of(new double[] {0, 4}, 2))
                .value();
        assertThat(gradient).isEqualTo(NdArray.vector(0, 0.25));
    }

    @Test
    void refusalsNameWhatCame() {
        refused(() -> Fourier.rfftn(X, 1, -2), "rfftn: axes [1, -2] of [3×4×5] name one twice; name each once");
        refused(() -> Fourier.fftn(Z, 0, 0), "fftn: axes [0, 0] of [3×4×5] name one twice; name each once");
        refused(() -> Fourier.rfftn(X), "rfftn: no axes came for [3×4×5]; name at least one");
        refused(
                () -> Fourier.irfft(Z, 6, -1),
                "irfft: extent 6 has 4 frequencies, but the transform [3×4×5] has 5 along axis -1");
        refused(
                () -> Fourier.rfft(X.slice(0, 0, 0), 0),
                "rfft: axis 0 of [0×4×5] is empty; every extent must be at least 1");
        refused(
                () -> Fourier.ifftn(Z.each(part -> part.slice(0, 0, 0)), 0, 1),
                "ifftn: axis 0 of [0×4×5] is empty; every extent must be at least 1");
        refused(
                () -> Fourier.idct(X.slice(0, 0, 0), 0),
                "idct: axis 0 of [0×4×5] is empty; every extent must be at least 1");
        refused(() -> Fourier.irfftn(Z, 0, 0), "irfftn: extent 0 is below 1; use 1 or more");
        refused(
                () -> new Complex(X, X.to(Precision.FLOAT32)),
                "complex, imaginary part: got FLOAT32, expected FLOAT64; convert one with to(Precision)");
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-200, 1, 1e200})
    void quotientsOfComplexNumbersNeitherOverflowNorUnderflow(double size) {
        // (1 + 2i) / (3 - i) = (1 + 7i) / 10, and by the real part of the dividend Re 1 / (3 - i) = 3 / 10
        Complex divisor = new Complex(Tensor.scalar(3 * size), Tensor.scalar(-size));
        Complex quotient = new Complex(Tensor.scalar(size), Tensor.scalar(2 * size)).dividedBy(divisor);
        assertThat(quotient.real().item()).isCloseTo(0.1, within(1e-15));
        assertThat(quotient.imaginary().item()).isCloseTo(0.7, within(1e-15));
        double slope = Gradients.grad(x -> new Complex(x, Tensor.scalar(2 * size))
                        .dividedBy(divisor)
                        .real())
                .apply(Tensor.scalar(size))
                .item();
        assertThat(slope * size).isCloseTo(0.3, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"-3, -4", "3, 4", "0, 1", "0, -1", "-1, 0", "1.7976931348623157e308, 0"})
    void aNumberDividedByItselfIsOne(double real, double imaginary) {
        for (double size : new double[] {1e-200, 1, 1e200}) {
            double factor = Math.abs(real) > 1e300 ? 1 : size;
            Complex z = new Complex(Tensor.scalar(factor * real), Tensor.scalar(factor * imaginary));
            Complex one = z.dividedBy(z);
            assertThat(one.real().item()).isCloseTo(1, within(1e-15));
            assertThat(one.imaginary().item()).isCloseTo(0, within(1e-15));
        }
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
