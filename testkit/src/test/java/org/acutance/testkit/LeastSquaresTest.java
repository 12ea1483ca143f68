package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.catalogue.Parameter;
import org.acutance.math.leastsquares.Fit;
import org.acutance.math.leastsquares.LeastSquares;
import org.acutance.math.leastsquares.LeastSquaresMethods;
import org.acutance.math.leastsquares.Loss;
import org.acutance.math.leastsquares.Method;
import org.acutance.math.leastsquares.Residuals;
import org.acutance.math.leastsquares.Status;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Differences;
import org.acutance.testkit.mgh.MghProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LeastSquaresTest {
    private static final List<MghProblem> PROBLEMS = MghProblem.all();
    private static final Residuals VALLEY =
            Residuals.differentiated(PROBLEMS.get(0).residuals());
    private static final NdArray START = PROBLEMS.get(0).x0();

    /** A line of {@code least_squares.tsv}, and what we make of it. */
    private record Case(
            String group, MghProblem problem, String written, Bounds bounds, double cost, int nfev, int status) {
        static Case read(String line) {
            String[] cells = line.split("\t", -1);
            String kind = cells[3].equals("linear")
                    ? cells[5].contains(".") || cells[6].contains(".") ? "held" : "free"
                    : "robust";
            String written = cells[2] + ":x_scale=" + cells[4] + ",ftol=1e-12,xtol=1e-12,gtol=1e-12"
                    + (cells[2].equals("lm") ? "" : ",loss=" + cells[3]);
            MghProblem problem = PROBLEMS.get(Integer.parseInt(cells[0]));
            double[] lower = new double[problem.unknowns()];
            double[] upper = new double[problem.unknowns()];
            Arrays.fill(lower, Double.NEGATIVE_INFINITY);
            Arrays.fill(upper, Double.POSITIVE_INFINITY);
            lower[0] = Double.parseDouble(cells[5]);
            upper[0] = Double.parseDouble(cells[6]);
            Bounds bounds = new Bounds(NdArray.vector(lower), NdArray.vector(upper));
            return new Case(
                    cells[2] + " " + cells[4] + " " + kind,
                    problem,
                    written,
                    bounds,
                    Double.parseDouble(cells[7]),
                    Integer.parseInt(cells[8]),
                    Integer.parseInt(cells[9]));
        }

        Fit fit() {
            Residuals residuals = Residuals.differentiated(problem.residuals());
            LeastSquares how = LeastSquaresMethods.CATALOGUE.create(written);
            return (bounds.isUnlimited() ? how : how.within(bounds)).fit(residuals, problem.x0());
        }

        /** Whether SciPy converged. */
        boolean hasEnded() {
            return status > 0;
        }

        static boolean isAbove(double one, double other) {
            return one > other * (1 + 1e-6) + 1e-9;
        }
    }

    private static Stream<Case> cases() {
        try (InputStream table =
                Objects.requireNonNull(LeastSquaresTest.class.getResourceAsStream("least_squares.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Case::read);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    static Stream<String> groups() {
        return cases().map(Case::group).distinct();
    }

    /** As many minima as SciPy finds, or more, and where the minimum is the same one no more evaluations. */
    @ParameterizedTest
    @MethodSource("groups")
    void minimaAndEvaluationsAreThoseOfScipy(String group) {
        int balance = 0;
        int ours = 0;
        int scipys = 0;
        for (Case one :
                cases().filter(c -> c.group().equals(group) && c.hasEnded()).toList()) {
            Fit fit = one.fit();
            assertThat(one.bounds().contains(fit.x())).as("%s", one).isTrue();
            boolean worse = Case.isAbove(fit.cost(), one.cost());
            boolean better = Case.isAbove(one.cost(), fit.cost());
            balance += (better ? 1 : 0) - (worse ? 1 : 0);
            ours += better || worse ? 0 : fit.nfev();
            scipys += better || worse ? 0 : one.nfev();
        }
        assertThat(balance).isGreaterThanOrEqualTo(0);
        assertThat((double) ours).isLessThanOrEqualTo(1.015 * scipys);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void everyMethodTellsWhatItFound(Method method) {
        Fit fit = LeastSquares.by(method).fit(VALLEY, START);

        assertThat(fit.success()).isTrue();
        assertThat(fit.message()).startsWith("Converged: ");
        assertThat(fit.x().minus(NdArray.vector(1, 1)).maxAbs()).isLessThan(1e-9);
        assertThat(fit.cost()).isEqualTo(fit.fun().dot(fit.fun()) / 2);
        assertThat(fit.jac().shape()).isEqualTo(Shape.of(2, 2));
        assertThat(fit.grad().maxAbs()).isLessThan(1e-8);
        assertThat(fit.njev()).isLessThanOrEqualTo(fit.nfev());
        LeastSquares loose = LeastSquares.by(method).withTolerances(1e-2, 1e-2, 1e-2);
        assertThat(loose.fit(VALLEY, START).nfev()).isLessThanOrEqualTo(fit.nfev());
        assertThat(LeastSquares.by(method).scaledByJacobian().fit(VALLEY, START).success())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void whatIsNotANumberEndsTheFit(Method method) {
        Residuals nowhere = Residuals.of(x -> x.times(Double.NaN), x -> x);
        Residuals onlyAtTheStart =
                Residuals.of(x -> x.equals(START) ? VALLEY.at(x) : x.times(Double.NaN), VALLEY::jacobian);

        assertThat(LeastSquares.by(method).fit(nowhere, NdArray.vector(1)).status())
                .isEqualTo(Status.NON_FINITE);
        Fit kept = LeastSquares.by(method).fit(onlyAtTheStart, START);
        assertThat(kept.success()).isFalse();
        assertThat(kept.x()).isEqualTo(START);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void theLimitOfEvaluationsIsExact(Method method) {
        Fit fit = LeastSquaresMethods.CATALOGUE
                .create(Parameter.written(method) + ":max_nfev=5")
                .fit(VALLEY, START);

        assertThat(fit.nfev()).isEqualTo(5);
        assertThat(fit.status()).isEqualTo(Status.MAX_EVALUATIONS);
        assertThat(fit.message()).contains("raise max_nfev");
    }

    /** A line with one point far off: robust losses find it, squares do not (the exact fit has slope 2 and offset 1). */
    @ParameterizedTest
    @CsvSource({"linear, 3", "soft_l1, 0.2", "huber, 0.2", "cauchy, 0.05", "arctan, 0.05"})
    void anOutlierMatters(String loss, double error) {
        NdArray t = NdArray.vector(0, 1, 2, 3, 4, 5, 6, 7);
        NdArray y = NdArray.vector(1, 3, 5, 7, 9, 11, 13, 45);
        Residuals line = Residuals.of(
                x -> NdArray.vector(t.times(x.get(0)).toDoubles())
                        .plus(NdArray.scalar(x.get(1)))
                        .minus(y),
                x -> NdArray.of(new double[] {0, 1, 1, 1, 2, 1, 3, 1, 4, 1, 5, 1, 6, 1, 7, 1}, 8, 2));

        Fit fit = LeastSquaresMethods.CATALOGUE
                .create("trf:loss=" + loss + ",f_scale=0.1")
                .fit(line, NdArray.vector(1, 0));

        double off = Math.max(Math.abs(fit.x().get(0) - 2), Math.abs(fit.x().get(1) - 1));
        assertThat(off).isLessThan(loss.equals("linear") ? 10 : error);
        assertThat(off > 1).isEqualTo(loss.equals("linear"));
    }

    @ParameterizedTest
    @EnumSource(Differences.class)
    void differencesAreNearTheDerivatives(Differences differences) {
        double tolerance = differences == Differences.TWO_POINT ? 1e-6 : 1e-8;
        Bounds tight = new Bounds(NdArray.vector(-1.2, -1), NdArray.vector(2, 1));
        for (Bounds bounds : List.of(Bounds.NONE, tight)) {
            NdArray jacobian = differences.jacobian(
                    x -> {
                        assertThat(bounds.contains(x)).isTrue();
                        return VALLEY.at(x);
                    },
                    START,
                    bounds);
            assertThat(jacobian.minus(VALLEY.jacobian(START)).maxAbs()).isLessThan(24 * tolerance);
            Fit fit = LeastSquares.by(Method.TRF)
                    .within(bounds)
                    .fit(Residuals.differenced(VALLEY::at, differences, bounds), START);
            assertThat(fit.cost()).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void misuseIsRefused() {
        LeastSquares lm = LeastSquares.by(Method.LM);
        LeastSquares trf = LeastSquares.by(Method.TRF);
        Residuals one = Residuals.of(x -> NdArray.vector(x.sum()), x -> NdArray.of(new double[] {1, 1}, 1, 2));
        Bounds fixed = new Bounds(NdArray.vector(0, 1), NdArray.vector(2, 1));

        assertThatThrownBy(() -> lm.within(Bounds.atLeast(0)))
                .hasMessage("lm: it takes no bounds and no loss but linear; use trf or dogbox");
        assertThatThrownBy(() -> trf.withLoss(Loss.HUBER, 0))
                .hasMessage("least squares: f_scale and x_scale must be above 0");
        assertThatThrownBy(() -> trf.fit(VALLEY, START.to(Precision.FLOAT32)))
                .hasMessage("least squares: 2 unknowns in FLOAT32, but it takes at most 1000 in FLOAT64; convert by"
                        + " to(Precision), or minimise the sum of squares by l-bfgs");
        assertThatThrownBy(() -> trf.within(fixed).fit(VALLEY, START))
                .hasMessage("trf: lower and upper bound are both 1.0 at element 1; leave fixed elements out of x");
        assertThatThrownBy(() -> lm.fit(one, START))
                .hasMessage("lm: 1 residuals of 2 unknowns, but it needs at least as many; use trf or dogbox");
        assertThatThrownBy(() -> trf.fit(Residuals.of(VALLEY::at, x -> x), START))
                .hasMessage("least squares: Jacobian is [2] but there are 2 residuals of 2 unknowns; give one row per"
                        + " residual");
        assertThatThrownBy(() -> LeastSquaresMethods.CATALOGUE.create("trf:loss=tukey"))
                .hasMessage("method 'trf': cannot use loss=tukey; expected linear, soft_l1, huber, cauchy or arctan");
        assertThatThrownBy(() -> LeastSquaresMethods.CATALOGUE.create("lm:x_scale=0"))
                .hasMessage("method 'lm': cannot use x_scale=0; expected a number above 0, or jac");
        assertThat(trf.fit(one, START).success()).isTrue();
    }
}
