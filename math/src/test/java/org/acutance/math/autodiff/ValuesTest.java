package org.acutance.math.autodiff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.acutance.math.Figures;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions of one and two numbers against NumPy and SciPy; the resource is made by make_values.py beside it. */
class ValuesTest {
    private static final Figures EXPECTED = Figures.read(ValuesTest.class, "values.txt");

    static Set<String> names() {
        return EXPECTED.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void agreesWithSciPy(String name) throws ReflectiveOperationException {
        NdArray table = EXPECTED.get(name);
        int columns = table.shape().extent(1);
        for (int row = 0; row < table.shape().extent(0); row++) {
            Tensor[] arguments = new Tensor[columns - 1];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = Tensor.scalar(table.at(row, i));
            }
            double expected = table.at(row, columns - 1);
            // nothing is far from infinity by more than a share of it
            double tolerance = Double.isInfinite(expected) ? 0 : 1e-14 * Math.max(1, Math.abs(expected));
            assertThat(value(name, arguments)).as("row %d", row).isCloseTo(expected, within(tolerance));
        }
    }

    private static double value(String name, Tensor... arguments) throws ReflectiveOperationException {
        Tensor result = (Tensor)
                (arguments.length == 1
                        ? Tensor.class.getMethod(name).invoke(arguments[0])
                        : Tensor.class.getMethod(name, Tensor.class).invoke(arguments[0], arguments[1]));
        return result.item();
    }

    @Test
    void allDerivativesOfSincAreRightAtZeroAndBesideIt() {
        // the Taylor series of sin(pi x) / (pi x): 1 - (pi x)^2 / 6 + (pi x)^4 / 120 - ...
        double square = Math.PI * Math.PI;
        Tensor x = Tensor.of(new double[] {0, 1e-7, -1e-7}, 3);
        NdArray second = Gradients.elementwiseGrad(Gradients.elementwiseGrad(Tensor::sinc))
                .apply(x)
                .value();
        for (double value : second.toDoubles()) {
            assertThat(value).isCloseTo(-square / 3, within(1e-12));
        }
        Tensor fourth = Gradients.elementwiseGrad(
                        Gradients.elementwiseGrad(Gradients.elementwiseGrad(Gradients.elementwiseGrad(Tensor::sinc))))
                .apply(x);
        assertThat(fourth.value().get(0)).isCloseTo(square * square / 5, within(1e-12));
    }

    @Test
    void logarithmsBesideOneKeepTheirDigits() {
        for (double rest : new double[] {1e-3, -1e-3, 1e-9, -1e-9}) {
            double x = 1 + rest;
            double expected = Math.log1p(x - 1) / Math.log(2);
            assertThat(Tensor.scalar(x).log2().item() / expected).isCloseTo(1, within(1e-15));
        }
    }

    @Test
    void equalInfinitiesShareALogarithmOfASum() {
        Tensor none = Tensor.scalar(Double.NEGATIVE_INFINITY);
        assertThat(Gradients.grad(x -> x.logaddexp(none)).apply(none).item()).isEqualTo(0.5);
        assertThat(Gradients.grad(x -> x.logaddexp(none))
                        .apply(Tensor.scalar(3))
                        .item())
                .isEqualTo(1);
    }

    /** A kink and a point without an angle; both derivatives are chosen to be 0. */
    @Test
    void atTheOriginLengthsAndAnglesAreFlat() {
        Tensor zero = Tensor.scalar(0);
        assertThat(Gradients.grad(x -> x.hypot(zero)).apply(zero).item()).isZero();
        assertThat(Gradients.grad(x -> zero.hypot(x)).apply(zero).item()).isZero();
        assertThat(Gradients.grad(x -> x.atan2(zero)).apply(zero).item()).isZero();
        assertThat(Gradients.grad(x -> zero.atan2(x)).apply(zero).item()).isZero();
    }

    /** Neither do the rules pass through a NaN on the way, which debugNans would report. */
    @Test
    void atTheOriginLengthsAndAnglesAreNotCurved() {
        Tensor origin = Tensor.of(new double[] {0, 0}, 2);
        for (BinaryOperator<Tensor> function : List.<BinaryOperator<Tensor>>of(Tensor::hypot, Tensor::atan2)) {
            NdArray curvatures = Gradients.debugNans(() -> Gradients.hessian(
                    x -> function.apply(x.slice(0, 0, 1), x.slice(0, 1, 2)).sum(), origin));
            assertThat(curvatures).isEqualTo(NdArray.zeros(2, 2));
        }
    }

    @Test
    void remaindersHaveTheSlopeOfTheirQuotient() {
        // 1 / 0.1 is rounded up to 10, but ten times the number that 0.1 is, is more than 1
        Tensor tenth = Tensor.scalar(0.1);
        assertThat(Gradients.grad(x -> Tensor.scalar(1).mod(x)).apply(tenth).item())
                .isEqualTo(-9);
        assertThat(Gradients.grad(x -> Tensor.scalar(1).fmod(x)).apply(tenth).item())
                .isEqualTo(-9);
    }

    @Test
    void slopesOfAnglesNeitherOverflowNorUnderflow() {
        for (double size : new double[] {1e-30, 1e30}) {
            NdArray slopes = slope(x -> x.atan2(x.times(0).plus(size)), 0);
            assertThat(slopes.get(0)).isCloseTo(1 / size, within(1e-6 / size));
        }
        // 1 / sqrt(x^2 + 1) and 1 / sqrt(x^2 - 1)
        assertThat(slope(Tensor::asinh, 1e30).get(0)).isCloseTo(1e-30, within(1e-36));
        assertThat(slope(Tensor::acosh, 1e30).get(0)).isCloseTo(1e-30, within(1e-36));
        assertThat(slope(Tensor::acosh, 1).get(0)).isZero();
        assertThat(slope(x -> x.atan2(x.times(0)), 0).get(0)).isZero();
    }

    private static NdArray slope(UnaryOperator<Tensor> function, double x) {
        return Gradients.elementwiseGrad(function)
                .apply(Tensor.of(NdArray.vector(x).to(Precision.FLOAT32)))
                .value();
    }

    @Test
    void anInfiniteBaseToANegativePowerHasNoSlopeByItsExponent() {
        Tensor base = Tensor.scalar(Double.POSITIVE_INFINITY);
        assertThat(Gradients.grad(base::pow).apply(Tensor.scalar(-1)).item()).isZero();
        assertThat(Gradients.grad(base::pow).apply(Tensor.scalar(1)).item()).isInfinite();
    }

    @Test
    void aNanBesideANumberHasNoShare() {
        Tensor nan = Tensor.scalar(Double.NaN);
        assertThat(Gradients.grad(x -> x.fmax(nan)).apply(Tensor.scalar(3)).item())
                .isEqualTo(1);
        assertThat(Gradients.grad(x -> nan.fmin(x)).apply(Tensor.scalar(3)).item())
                .isEqualTo(1);
        assertThat(Gradients.grad(x -> x.fmax(Tensor.scalar(3))).apply(nan).item())
                .isZero();
        assertThat(Gradients.grad(Tensor::nanToNum).apply(nan).item()).isZero();
    }
}
