package org.acutance.math.autodiff.special;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.math.Figures;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.special.Bessel;
import org.acutance.math.special.PolyGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Special functions against SciPy; the resource is made by make_special.py beside it. */
class SpecialValuesTest {
    private static final Figures EXPECTED = Figures.read(SpecialValuesTest.class, "special.txt");

    private static final Map<String, Function<double[], Tensor>> FUNCTIONS = Map.ofEntries(
            one("gamma", Special::gamma),
            one("gammaln", Special::gammaln),
            one("digamma", Special::digamma),
            one("erf", Special::erf),
            one("erfc", Special::erfc),
            one("erfinv", Special::erfinv),
            one("erfcinv", Special::erfcinv),
            one("ndtr", Special::ndtr),
            one("logNdtr", Special::logNdtr),
            entry("logNdtrSlope", x -> slope((int) x[0], Special::logNdtr).apply(Tensor.scalar(x[1]))),
            two("beta", Special::beta),
            two("betaln", Special::betaln),
            two("xlogy", Special::xlogy),
            two("gammaLogPdf", Densities::gammaLogPdf),
            two("chi2LogPdf", Densities::chi2LogPdf),
            two("poissonLogPmf", Densities::poissonLogPmf),
            two("studentLogPdf", Densities::studentLogPdf),
            entry(
                    "normalLogPdf",
                    x -> Densities.normalLogPdf(Tensor.scalar(x[0]), Tensor.scalar(x[1]), Tensor.scalar(x[2]))),
            entry(
                    "betaLogPdf",
                    x -> Densities.betaLogPdf(Tensor.scalar(x[0]), Tensor.scalar(x[1]), Tensor.scalar(x[2]))),
            entry("polygamma", x -> Special.polygamma((int) x[0], Tensor.scalar(x[1]))),
            entry("multigammaln", x -> Special.multigammaln(Tensor.scalar(x[1]), (int) x[0])),
            entry("gammainc", x -> Special.gammainc(x[0], Tensor.scalar(x[1]))),
            entry("gammaincc", x -> Special.gammaincc(x[0], Tensor.scalar(x[1]))),
            entry("betainc", x -> Special.betainc(x[0], x[1], Tensor.scalar(x[2]))),
            entry("j", x -> BesselFunctions.j((int) x[0], Tensor.scalar(x[1]))),
            entry("y", x -> BesselFunctions.y((int) x[0], Tensor.scalar(x[1]))),
            entry("i", x -> BesselFunctions.i((int) x[0], Tensor.scalar(x[1]))),
            entry("scaledI", x -> BesselFunctions.scaledI((int) x[0], Tensor.scalar(x[1]))));

    private static Map.Entry<String, Function<double[], Tensor>> one(String name, UnaryOperator<Tensor> function) {
        return entry(name, x -> function.apply(Tensor.scalar(x[0])));
    }

    private static Map.Entry<String, Function<double[], Tensor>> two(String name, BinaryOperator<Tensor> function) {
        return entry(name, x -> function.apply(Tensor.scalar(x[0]), Tensor.scalar(x[1])));
    }

    static Set<String> names() {
        return EXPECTED.names();
    }

    @ParameterizedTest
    @MethodSource("names")
    void agreesWithSciPy(String name) {
        NdArray table = EXPECTED.get(name);
        int columns = table.shape().extent(1);
        // where terms cancel: beside the zeros of waves, and in slopes of high order
        double least = Map.of("j", 0.1, "y", 0.1, "logNdtrSlope", 1.0).getOrDefault(name, 0.0);
        for (int row = 0; row < table.shape().extent(0); row++) {
            double[] arguments = new double[columns - 1];
            table.read(row * columns, arguments, 0, arguments.length);
            double expected = table.at(row, columns - 1);
            double size = Math.max(Math.abs(expected), least);
            double found =
                    Objects.requireNonNull(FUNCTIONS.get(name)).apply(arguments).item();
            // nothing is far from infinity by more than a share of it
            double tolerance = Double.isInfinite(expected) ? 0 : 2e-12 * size;
            assertThat(found).as("row %d: %s", row, Arrays.toString(arguments)).isCloseTo(expected, within(tolerance));
        }
    }

    @Test
    void everyFunctionIsCompared() {
        assertThat(names()).isEqualTo(FUNCTIONS.keySet());
    }

    @Test
    void anOrderBelowZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Special.polygamma(-1, Tensor.scalar(1)))
                .withMessage("polygamma: order -1 is negative; use 0 or more");
    }

    @Test
    void theSlopeOfALogarithmOfATailIsFinite() {
        // the inverse of Mills's ratio, which is about -x far below 0
        assertThat(Gradients.grad(Special::logNdtr).apply(Tensor.scalar(-1e4)).item())
                .isCloseTo(1e4 + 1e-4, within(1e-6));
    }

    @ParameterizedTest
    @CsvSource({
        // the first and second derivative of the hazard, by mpmath with 80 digits
        "-19.9, -0.99751228604077404, 0.00024633206108525466",
        "-100, -0.99990005995005174, 1.9976029958623432e-6",
        "-1e6, -0.999999999999, 1.999999999976e-18"
    })
    void theSlopesOfATailKeepTheirDigits(double x, double slope, double second) {
        UnaryOperator<Tensor> curvature = Gradients.elementwiseGrad(Gradients.elementwiseGrad(Special::logNdtr));
        assertThat(curvature.apply(Tensor.scalar(x)).item()).isCloseTo(slope, within(1e-15));
        assertThat(Gradients.elementwiseGrad(curvature).apply(Tensor.scalar(x)).item())
                .isCloseTo(second, within(1e-10 * second));
    }

    @ParameterizedTest
    @CsvSource({
        // of x^(a-1) e^-x / gamma(a), differentiated by hand; infinite slopes count as 0
        "0.5, 0, 0, 0",
        "1, 1, -1, 1",
        "1.5, 0, 0, 0",
        "2, 0, 1, -2",
        "3, 0, 0, 1"
    })
    void incompleteGammasHaveTheirSlopesAtZero(double a, double first, double second, double third) {
        requireSlopes(x -> Special.gammainc(a, x), 0, first, second, third);
        requireSlopes(x -> Special.gammaincc(a, x), 0, -first, -second, -third);
    }

    /** The poles and the overflow of the gamma function, its sign between the poles, and where its formulas meet. */
    @Test
    void gammasAtTheirEdgesAreThoseOfSciPy() {
        assertThat(Special.gamma(Tensor.scalar(0)).item()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Special.gamma(Tensor.scalar(-0.0)).item()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Special.gamma(Tensor.scalar(1e300)).item()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Special.gamma(Tensor.scalar(Double.POSITIVE_INFINITY)).item())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Special.gammaln(Tensor.scalar(Double.POSITIVE_INFINITY)).item())
                .isEqualTo(Double.POSITIVE_INFINITY);
        for (double x : new double[] {-150.5, -151.5}) {
            double sign = x == -150.5 ? -1 : 1;
            assertThat(Math.signum(Special.gamma(Tensor.scalar(x)).item())).isEqualTo(sign);
        }
        assertThat(Gradients.grad(Special::digamma).apply(Tensor.scalar(0)).item())
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Gradients.grad(a -> Special.beta(a, Tensor.scalar(2)))
                        .apply(Tensor.scalar(0))
                        .item())
                .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(Special.beta(Tensor.scalar(-0.5), Tensor.scalar(1)).item()).isNaN();
        Tensor far = Tensor.scalar(Double.POSITIVE_INFINITY);
        assertThat(Special.gammainc(3, far).item()).isEqualTo(1);
        assertThat(Special.gammaincc(3, far).item()).isZero();
        requireSlopes(x -> Special.gammainc(3, x), Double.POSITIVE_INFINITY, 0);
    }

    @Test
    void incompleteBetasHaveTheirSlopesAtTheirEnds() {
        requireSlopes(x -> Special.betainc(1, 1, x), 0, 1, 0);
        requireSlopes(x -> Special.betainc(1, 1, x), 1, 1, 0);
        requireSlopes(x -> Special.betainc(3, 2, x), 1, 0, -12);
        // 5/2 (1 - x)^(3/2), and 35/4 x (1 - x)^(3/2)
        requireSlopes(x -> Special.betainc(1, 2.5, x), 0, 2.5, -3.75, 1.875);
        requireSlopes(x -> Special.betainc(2, 2.5, x), 0, 0, 8.75, -26.25);
        requireSlopes(x -> Special.betainc(2.5, 1, x), 1, 2.5, 3.75, 1.875);
        requireSlopes(x -> Special.betainc(0.5, 0.5, x), 0, 0);
    }

    /** At the smallest numbers the powers below would overflow, and at 1 they do where the exponent is negative. */
    @Test
    void densitiesHaveTheirSlopesBesideTheirEdgesAndBetween() {
        requireSlopes(x -> Special.gammainc(1, x), 1e-310, 1, -1, 1);
        requireSlopes(x -> Special.betainc(1, 1, x), 1e-310, 1, 0, 0);
        requireSlopes(x -> Special.betainc(0.5, 0.5, x), 1, 0);
        // x e^-x, x^2, and 35/4 x^(3/2) (1 - x)
        double e = Math.exp(-0.7);
        requireSlopes(x -> Special.gammainc(2, x), 0.7, 0.7 * e, 0.3 * e, -1.3 * e);
        requireSlopes(x -> Special.betainc(2, 1, x), 0.3, 0.6, 2, 0);
        requireSlopes(x -> Special.betainc(2.5, 2, x), 0.25, 35.0 / 4 * 0.125 * 0.75, 35.0 / 4 * (0.75 * 0.75 - 0.125));
    }

    @Test
    void outsideOfItsRangeAnInverseIsNoNumber() {
        assertThat(Special.erfcinv(Tensor.scalar(-0.1)).item()).isNaN();
        assertThat(Special.erfcinv(Tensor.scalar(2.1)).item()).isNaN();
    }

    private static UnaryOperator<Tensor> slope(int order, UnaryOperator<Tensor> function) {
        return order == 0 ? function : slope(order - 1, Gradients.elementwiseGrad(function));
    }

    private static void requireSlopes(UnaryOperator<Tensor> function, double x, double... expected) {
        UnaryOperator<Tensor> derivative = function;
        for (double value : expected) {
            derivative = Gradients.elementwiseGrad(derivative);
            assertThat(derivative.apply(Tensor.scalar(x)).item()).isCloseTo(value, within(1e-13));
        }
    }

    @Test
    void functionsHaveTheirLimitsAtInfinity() {
        double far = Double.POSITIVE_INFINITY;
        assertThat(Bessel.j(3, far)).isZero();
        assertThat(Bessel.y(3, far)).isZero();
        assertThat(Bessel.i(3, -far)).isEqualTo(-far);
        assertThat(Bessel.scaledI(3, far)).isZero();
        assertThat(PolyGamma.polygamma(1, -far)).isNaN();
        // no whole number beside it that a double could tell apart: a pole
        assertThat(PolyGamma.polygamma(1, -1e17)).isEqualTo(far);
    }

    @Test
    void densitiesOfVectorsAgreeWithSciPy() {
        // scipy.stats.multivariate_normal([1, -2], [[2, 0.5], [0.5, 1]]), dirichlet([1.5, 2, 3])
        Tensor covariance = Tensor.of(new double[] {2, 0.5, 0.5, 1}, 2, 2);
        Tensor mean = Tensor.of(new double[] {1, -2}, 2);
        Tensor x = Tensor.of(new double[] {0.3, -1}, 2);
        assertThat(Densities.multivariateNormalLogPdf(x, mean, covariance).item())
                .isCloseTo(-3.029113531805628, within(1e-13));
        assertThat(Densities.multivariateNormalEntropy(covariance).item()).isCloseTo(3.1176849603770567, within(1e-13));
        Tensor shares = Tensor.of(new double[] {0.2, 0.3, 0.5}, 3);
        assertThat(Densities.dirichletLogPdf(shares, Tensor.of(new double[] {1.5, 2, 3}, 3))
                        .item())
                .isCloseTo(1.695210995269564, within(1e-13));
    }
}
