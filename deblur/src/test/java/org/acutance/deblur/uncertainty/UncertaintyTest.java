package org.acutance.deblur.uncertainty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Reference;
import org.acutance.deblur.method.Limits;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Start;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UncertaintyTest {
    private static final Reference NUMPY = Reference.load(UncertaintyTest.class, "uncertainty.txt");
    private static final Psf PSF = Psf.of(NUMPY.get("kernel"));
    private static final Method NEWTON = Methods.CATALOGUE.create("newton-cg:xtol=1e-10");
    private static final Random RANDOM = new Random(5);

    private static Problem problem(NdArray observed, NdArray variance, String boundary, String prior) {
        Observation observation = Observation.of(observed, PSF);
        return new Problem(
                observation,
                Boundaries.CATALOGUE.create(boundary).formation(PSF.kernel(), observed.shape()),
                DataTerm.gaussian(observation, variance),
                Priors.parse(prior));
    }

    private static Problem small() {
        NdArray variance = NUMPY.get("variance");
        return problem(normal(variance.shape()), variance, "periodic", "gradient:weight=3+tikhonov:weight=0.5");
    }

    private static NdArray normal(Shape shape) {
        return NdArray.of(RANDOM.doubles(shape.size(), -1.7, 1.7).toArray(), shape);
    }

    private static NdArray gaussian(Shape shape, Random random) {
        double[] values = new double[shape.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextGaussian();
        }
        return NdArray.of(values, shape);
    }

    private static NdArray solution(Problem problem) {
        NdArray start = problem.formation().extend(problem.observation().values());
        return NEWTON.solver(problem, Limits.NONE)
                .solve(Start.at(start), Watch.NOBODY)
                .solution()
                .x();
    }

    @Test
    void isTheDenseInverseWithAProbeForEveryPixel() {
        Problem problem = small();
        Uncertainty found = Uncertainty.of(problem, normal(problem.formation().canvas()), 30, Watch.NOBODY, done -> {});
        NdArray expected = NUMPY.get("posterior");
        assertThat(found.deviation().minus(expected).maxAbs() / expected.max()).isLessThan(1e-4);
        assertThat(found.meaning())
                .isEqualTo("posterior standard deviation under prior "
                        + problem.prior().names() + " in Laplace's approximation, from 30 probes");
    }

    @Test
    void fewProbesComeNear() {
        Problem problem = small();
        NdArray expected = NUMPY.get("posterior");
        for (int probes : new int[] {9, 200}) {
            NdArray found = Uncertainty.of(
                            problem, normal(problem.formation().canvas()), probes, Watch.NOBODY, done -> {})
                    .deviation();
            assertThat(found.minus(expected).norm() / expected.norm()).isLessThan(0.05);
        }
    }

    @Test
    void theSpreadUnderNewNoiseIsWhatTheLinearMapMakesOfIt() {
        Problem problem = small();
        Uncertainty found = Uncertainty.bySimulation(problem, solution(problem), NEWTON, 300, Watch.NOBODY, done -> {});
        NdArray expected = NUMPY.get("spread");
        assertThat(found.deviation().minus(expected).norm() / expected.norm()).isLessThan(0.06);
        assertThat(found.meaning()).isEqualTo("spread under new noise, from 300 runs");
    }

    /** Scenes drawn from the prior lie within two standard deviations as often as a normal distribution has it. */
    @ParameterizedTest
    @ValueSource(strings = {"periodic", "unknown"})
    void coversScenesOfThePrior(String boundary) {
        Shape frame = Shape.of(24, 20);
        NdArray variance = NdArray.full(frame, Precision.FLOAT64, 0.01);
        String prior = "gradient:weight=4+tikhonov:weight=0.5";
        Random random = new Random(11);
        double covered = 0;
        for (int draw = 0; draw < 4; draw++) {
            Problem empty = problem(NdArray.zeros(24, 20), variance, boundary, prior);
            Formation formation = empty.formation();
            NdArray scene = drawn(formation.canvas(), 4, 0.5, random);
            NdArray observed = formation.predict(scene).plusScaled(0.1, gaussian(frame, random));
            Problem problem = problem(observed, variance, boundary, prior);
            NdArray estimate = solution(problem);
            NdArray deviation = Uncertainty.of(problem, estimate, 36, Watch.NOBODY, done -> {})
                    .deviation();
            NdArray error = formation.crop(estimate).minus(formation.crop(scene));
            covered += covered(error, deviation);
        }
        assertThat(covered / 4).isCloseTo(0.9545, within(0.02));
    }

    /** The share of pixels within two standard deviations. */
    private static double covered(NdArray error, NdArray deviation) {
        return IntStream.range(0, error.size())
                        .filter(i -> Math.abs(error.get(i)) <= 2 * deviation.get(i))
                        .count()
                / (double) error.size();
    }

    /** Flat things are what total variation expects; its model covers estimates under priors without a curvature. */
    @ParameterizedTest
    @ValueSource(strings = {"tv:weight=25", "log-hessian:weight=25,scale=0.03"})
    void coversFlatScenes(String prior) {
        Shape frame = Shape.of(40, 36);
        NdArray scene = boxes(frame, new Random(5));
        NdArray variance = NdArray.full(frame, Precision.FLOAT64, 0.03 * 0.03);
        Formation formation = problem(scene, variance, "periodic", prior).formation();
        NdArray observed = formation.predict(scene).plusScaled(0.03, gaussian(frame, new Random(6)));
        Problem problem = problem(observed, variance, "periodic", prior);
        NdArray estimate = Methods.CATALOGUE
                .create("admm:maxiter=300")
                .solver(problem, Limits.NONE)
                .solve(Start.at(observed), Watch.NOBODY)
                .solution()
                .x();
        Problem model = VariationModel.of(problem, estimate, "auto", number -> Watch.NOBODY);
        Uncertainty found = Uncertainty.of(model, estimate, 36, Watch.NOBODY, done -> {});
        assertThat(covered(estimate.minus(scene), found.deviation())).isBetween(0.93, 1.0);
        assertThat(found.deviation().max()).isLessThan(0.3);
        assertThat(found.meaning()).startsWith("posterior standard deviation under prior total variation");
    }

    private static NdArray boxes(Shape shape, Random random) {
        double[] values = new double[shape.size()];
        for (int box = 0; box < 12; box++) {
            int top = random.nextInt(shape.extent(0) - 8);
            int left = random.nextInt(shape.extent(1) - 8);
            double level = random.nextDouble();
            for (int i = 0; i < 64; i++) {
                values[(top + i / 8) * shape.extent(1) + left + i % 8] = level;
            }
        }
        return NdArray.of(values, shape);
    }

    /** A draw of the Gaussian with the precision {@code slopes D'D + flat} on a periodic canvas. */
    private static NdArray drawn(Shape canvas, double slopes, double flat, Random random) {
        NdArray stencil = NdArray.of(new double[] {0, -1, 0, -1, 4, -1, 0, -1, 0}, 3, 3);
        double[] eigenvalues =
                new PeriodicConvolution(stencil, canvas).response().real().toDoubles();
        for (int i = 0; i < eigenvalues.length; i++) {
            eigenvalues[i] = 1 / Math.sqrt(slopes * eigenvalues[i] + flat);
        }
        Fft fft = Fft.plan(canvas, Precision.FLOAT64);
        NdArray real = NdArray.of(
                eigenvalues,
                fft.forward(NdArray.zeros(canvas, Precision.FLOAT64)).real().shape());
        Spectrum root = new Spectrum(canvas, real, NdArray.zeros(real.shape(), Precision.FLOAT64));
        return fft.filter(root).apply(gaussian(canvas, random));
    }

    @Test
    void saysWhatTheModelLacks() {
        NdArray observed = normal(Shape.of(8, 8));
        NdArray variance = NdArray.full(observed.shape(), Precision.FLOAT64, 0.01);
        Problem kinks = problem(observed, variance, "periodic", "tv:weight=1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uncertainty.of(kinks, observed, 4, Watch.NOBODY, done -> {}))
                .withMessage(
                        "uncertainty: prior tv has no curvature; take the spread under new noise, or a prior such as"
                                + " smoothed-tv");
        Observation observation = Observation.of(observed, PSF);
        DataTerm norm = Fidelities.CATALOGUE.create("norm").on(observation);
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Uncertainty.bySimulation(kinks.with(norm), observed, NEWTON, 4, Watch.NOBODY, done -> {}))
                .withMessage("uncertainty: the level of the noise is not known, the fidelity being "
                        + norm.description() + "; use fidelity auto, gaussian or poisson");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uncertainty.bySimulation(kinks, observed, NEWTON, 1, Watch.NOBODY, done -> {}))
                .withMessage("uncertainty: got 1 runs; give at least 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uncertainty.of(small(), NUMPY.get("variance"), 0, Watch.NOBODY, done -> {}))
                .withMessage("uncertainty: got 0 probes; give at least 1");
    }

    @Test
    void refusesALossThatDoesNotCurveUpwards() {
        NdArray observed = normal(Shape.of(8, 8));
        NdArray variance = NdArray.full(observed.shape(), Precision.FLOAT64, 1);
        Prior hill = Prior.of((Tensor x) -> x.squaredNorm().times(-10));
        Problem problem = problem(observed, variance, "periodic", "none").with(Regulariser.of(hill, 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Uncertainty.of(problem, observed, 4, Watch.NOBODY, done -> {}))
                .withMessage("uncertainty: the loss does not curve upwards at the estimate, so that no Gaussian fits"
                        + " there; use a convex prior, or take the spread under new noise");
    }

    @Test
    void canBeCancelled() {
        Watch cancelled = new Watch(run -> {}, () -> true);
        Problem problem = small();
        NdArray estimate = normal(problem.formation().canvas());
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Uncertainty.of(problem, estimate, 4, cancelled, done -> {}))
                .withMessage("uncertainty: cancelled before all pixels were looked at");
        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> Uncertainty.bySimulation(problem, estimate, NEWTON, 4, cancelled, done -> {}))
                .withMessage("uncertainty: cancelled before all runs were done");
    }
}
