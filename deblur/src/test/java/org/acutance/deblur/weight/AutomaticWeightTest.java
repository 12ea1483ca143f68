package org.acutance.deblur.weight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Comparator;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.PeriodicConvolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights of Tikhonov's prior, for which all that a search estimates has a closed form, {@link Exact}. */
class AutomaticWeightTest {
    private static final int SIDE = 32;
    private static final double SIGMA = 0.02;
    private static final Method METHOD = Methods.CATALOGUE.create("admm");
    private static final NdArray KERNEL = NdArray.full(Shape.of(5, 5), Precision.FLOAT64, 0.04);
    private static final NdArray OBSERVED = observed();
    private static final Exact EXACT = new Exact(OBSERVED, SIGMA);

    private static NdArray observed() {
        return new GaussianNoise(SIGMA).addTo(blurred(), 7);
    }

    private static NdArray blurred() {
        NdArray scene = ResolutionChart.draw(SIDE, SIDE);
        return new PeriodicConvolution(KERNEL, scene.shape()).apply(scene);
    }

    private static Settings settings(String prior) {
        return Settings.of("box:size=5")
                .withBoundary("periodic")
                .withFidelity("gaussian:sigma=" + SIGMA)
                .withPrior(prior);
    }

    private static Problem problem(String prior) {
        return plan(settings(prior)).channels().get(0);
    }

    private static Plan plan(Settings settings) {
        return Plan.of(settings, Image.gray(OBSERVED), path -> KERNEL);
    }

    private static WeightPath path(String prior) {
        Problem problem = problem(prior);
        return new WeightPath(
                problem, problem.data().variance().orElseThrow(), METHOD, Trust.ALL, number -> Watch.NOBODY);
    }

    @Test
    void aFitHasTheTracesAndMisfitsOfTheClosedForm() {
        Fit fit = path("tikhonov").at(30);
        assertThat(fit.samples()).isEqualTo(SIDE * SIDE);
        assertThat(fit.misfit()).isCloseTo(EXACT.misfit(30, power -> 1) / (SIGMA * SIGMA), within(1e-3 * fit.misfit()));
        assertThat(fit.freedom()).isCloseTo(EXACT.freedom(30, power -> 1), within(0.1 * fit.freedom()));
        Match inverse = fit.inverse();
        assertThat(inverse.misfit()).isCloseTo(EXACT.misfit(30, EXACT::inverse), within(1e-3 * inverse.misfit()));
        assertThat(inverse.noise()).isCloseTo(EXACT.noise(), within(1e-9 * inverse.noise()));
        assertThat(inverse.freedom())
                .isCloseTo(SIGMA * SIGMA * EXACT.freedom(30, EXACT::inverse), within(0.1 * inverse.freedom()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"auto", "inverse-gcv", "gcv", "sure", "discrepancy"})
    void theWeightIsNearTheBestOfTheClosedForm(String rule) {
        AutomaticWeight found = AutomaticWeight.find(problem("tikhonov"), rule, METHOD, number -> Watch.NOBODY);
        double best = EXACT.best(AutomaticWeight.rule(rule));
        assertThat(found.value()).isBetween(0.7 * best, 1.4 * best);
        assertThat(found.reason()).startsWith(AutomaticWeight.rule(rule) + " finds weight ");
    }

    /** Rules that do without the level of the noise find the same image whether it is given or not. */
    @ParameterizedTest
    @ValueSource(strings = {"inverse-gcv", "gcv", "whiteness"})
    void withoutALevelOfTheNoiseTheWeightIsTheSameInOtherUnits(String rule) {
        double known = AutomaticWeight.find(problem("tv"), rule, METHOD, number -> Watch.NOBODY)
                .value();
        Problem squares = plan(settings("tv").withFidelity("l2")).channels().get(0);
        double unknown = AutomaticWeight.find(squares, rule, METHOD, number -> Watch.NOBODY)
                .value();
        assertThat(Math.log(unknown / (known * SIGMA * SIGMA))).isCloseTo(0, within(0.3));
    }

    @Test
    void theCornerOfTheLCurveIsWhereTheClosedFormBendsMost() {
        AutomaticWeight found = AutomaticWeight.find(problem("tikhonov"), "l-curve", METHOD, number -> Watch.NOBODY);
        double corner = EXACT.corner();
        assertThat(found.value()).isBetween(corner / 2.5, corner * 2.5);
        assertThat(found.fit().weight()).isEqualTo(found.value());
    }

    @Test
    void withAPriorThatIsNotConvexAFitDoesNotDependOnTheWeightsBefore() {
        WeightPath path = path("log-hessian:scale=0.02");
        double alone = path.at(5).misfit();
        path.at(500);
        assertThat(path.at(5).misfit()).isEqualTo(alone);
    }

    @Test
    void aWeightDoesNotFollowSamplesThatAreWrong() {
        double[] samples = OBSERVED.toDoubles();
        for (int i = 40; i < samples.length; i += 97) {
            samples[i] = 1 - Math.round(samples[i]);
        }
        Settings robust = settings("gradient").withFidelity("huber:sigma=" + SIGMA);
        double right = weight(robust, OBSERVED);
        assertThat(weight(robust, NdArray.of(samples, OBSERVED.shape()))).isBetween(right / 3, right * 3);
    }

    /** Otherwise nothing would keep the weight from vanishing. */
    @Test
    void samplesWithoutNoiseAreFollowedAsFarAsSomeNoiseAllows() {
        Problem clean = Plan.of(settings("gradient"), Image.gray(blurred()), path -> KERNEL)
                .channels()
                .get(0);
        Match match = AutomaticWeight.find(clean, "auto", METHOD, number -> Watch.NOBODY)
                .fit()
                .inverse();
        assertThat(match.misfit() / (match.noise() - match.freedom())).isBetween(0.1, 0.5);
    }

    private static double weight(Settings settings, NdArray observed) {
        Problem problem = Plan.of(settings, Image.gray(observed), path -> KERNEL)
                .channels()
                .get(0);
        return AutomaticWeight.find(problem, "auto", METHOD, number -> Watch.NOBODY)
                .value();
    }

    @Test
    void aWeightThatCannotBeFoundIsRefusedWithTheWayOut() {
        assertThatThrownBy(() -> plan(settings("gradient").withFidelity("norm")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deblur: weight is not found for the norm of the differences, whatever the level of noise;"
                        + " give prior gradient a weight, or use fidelity auto");
        assertThatThrownBy(() -> plan(settings("tv").withFidelity("l2").withWeight("sure")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("deblur: weight is not found by sure for half the squared differences, as the level of the"
                        + " noise is unknown; use weight auto, or fidelity gaussian");
    }

    /** What Tikhonov's estimate predicts, {@code A Y} with {@code A = |H|^2 / (|H|^2 + weight sigma^2)}, by frequencies. */
    private static final class Exact {
        private final double sigma;
        private final double[] power = new double[SIDE * SIDE];
        private final double[] observedPower = new double[SIDE * SIDE];
        private final double ridge;

        Exact(NdArray observed, double sigma) {
            this.sigma = sigma;
            for (int k = 0; k < power.length; k++) {
                double response = response(k / SIDE) * response(k % SIDE);
                power[k] = response * response;
                observedPower[k] = transformed(observed, k / SIDE, k % SIDE);
            }
            double mean = observed.sum() / observed.size();
            double variance = observed.dot(observed) / observed.size() - mean * mean;
            this.ridge = sigma * sigma / variance;
        }

        private static double response(int k) {
            double angle = 2 * Math.PI * k / SIDE;
            return (1 + 2 * Math.cos(angle) + 2 * Math.cos(2 * angle)) / 5;
        }

        /** Squared magnitude of one coefficient of the orthonormal Fourier transform, term by term. */
        private static double transformed(NdArray array, int row, int column) {
            double real = 0;
            double imaginary = 0;
            for (int at = 0; at < array.size(); at++) {
                double angle = 2 * Math.PI * (row * (at / SIDE) + column * (at % SIDE)) / SIDE;
                real += array.get(at) * Math.cos(angle);
                imaginary += array.get(at) * Math.sin(angle);
            }
            return (real * real + imaginary * imaginary) / array.size();
        }

        double inverse(double power) {
            return 1 / (power + ridge);
        }

        private double followed(double weight, int k) {
            return power[k] / (power[k] + weight * sigma * sigma);
        }

        double misfit(double weight, DoubleUnaryOperator norm) {
            double sum = 0;
            for (int k = 0; k < power.length; k++) {
                double left = 1 - followed(weight, k);
                sum += norm.applyAsDouble(power[k]) * left * left * observedPower[k];
            }
            return sum;
        }

        double freedom(double weight, DoubleUnaryOperator norm) {
            double sum = 0;
            for (int k = 0; k < power.length; k++) {
                sum += norm.applyAsDouble(power[k]) * followed(weight, k);
            }
            return sum;
        }

        double noise() {
            return sigma * sigma * DoubleStream.of(power).map(this::inverse).sum();
        }

        private double squaredNorm(double weight) {
            double sum = 0;
            for (int k = 0; k < power.length; k++) {
                double below = power[k] + weight * sigma * sigma;
                sum += power[k] * observedPower[k] / (below * below);
            }
            return sum;
        }

        /** Where the logarithms of misfit and squared norm bend most as functions of that of the weight. */
        double corner() {
            return DoubleStream.iterate(0.1, weight -> weight < 500, weight -> 1.02 * weight)
                    .boxed()
                    .max(Comparator.comparingDouble(this::curvature))
                    .orElseThrow();
        }

        private double curvature(double weight) {
            double[] x = new double[3];
            double[] y = new double[3];
            for (int i = 0; i < 3; i++) {
                double at = weight * Math.exp((i - 1) * 0.01);
                x[i] = Math.log(misfit(at, each -> 1));
                y[i] = Math.log(squaredNorm(at));
            }
            double dx = (x[2] - x[0]) / 0.02;
            double dy = (y[2] - y[0]) / 0.02;
            double ddx = (x[2] - 2 * x[1] + x[0]) / 1e-4;
            double ddy = (y[2] - 2 * y[1] + y[0]) / 1e-4;
            return (dx * ddy - dy * ddx) / Math.pow(dx * dx + dy * dy, 1.5);
        }

        /** By trying weights 2 % apart. */
        double best(String rule) {
            return DoubleStream.iterate(0.01, weight -> weight < 1e5, weight -> 1.02 * weight)
                    .boxed()
                    .min(Comparator.comparingDouble(weight -> criterion(rule, weight)))
                    .orElseThrow();
        }

        private double criterion(String rule, double weight) {
            int samples = power.length;
            double misfit = misfit(weight, power -> 1) / (sigma * sigma);
            double freedom = freedom(weight, power -> 1);
            double inverseLeft = noise() - sigma * sigma * freedom(weight, this::inverse);
            return switch (rule) {
                case "inverse-gcv" -> misfit(weight, this::inverse) / (inverseLeft * inverseLeft);
                case "gcv" -> misfit / ((samples - freedom) * (samples - freedom));
                case "sure" -> misfit + 2 * freedom;
                default -> Math.abs(misfit - samples);
            };
        }
    }
}
