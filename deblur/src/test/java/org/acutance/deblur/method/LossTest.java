package org.acutance.deblur.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.acutance.deblur.model.Boundaries;
import org.acutance.deblur.model.Fidelities;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss by passes of its own beside that by differentiation. */
class LossTest {
    private static final List<Shape> SHAPES = List.of(Shape.of(37), Shape.of(9, 14), Shape.of(5, 7, 6));

    private static NdArray random(Shape shape, Precision precision, long seed) {
        return NdArray.of(new Random(seed).doubles(shape.size(), 0.1, 1).toArray(), shape)
                .to(precision);
    }

    private static Problem problem(
            Shape shape, Precision precision, String fidelity, String prior, String boundary, boolean weighted) {
        int[] extents = shape.extents();
        Arrays.fill(extents, 3);
        Psf psf = Psf.of(random(Shape.of(extents), precision, 1));
        Optional<NdArray> weights = weighted ? Optional.of(random(shape, precision, 2)) : Optional.empty();
        Observation observation = new Observation(random(shape, precision, 3), weights, psf);
        Formation formation = Boundaries.CATALOGUE
                .create(boundary)
                .formation(psf.kernel(), shape)
                .with(1.3, NdArray.scalar(0.02));
        return new Problem(
                observation, formation, Fidelities.CATALOGUE.create(fidelity).on(observation), Priors.parse(prior));
    }

    @ParameterizedTest
    @CsvSource({
        "norm, gradient-norm:weight=0.2, zero, false",
        "norm, gradient-norm:weight=0.2, unknown, true",
        "norm, smoothed-tv:weight=0.1;eps=0.3, periodic, false",
        "l2, huber-tv:weight=0.3;threshold=0.2, reflect, true",
        "l2, smoothed-tv:weight=0.1;eps=0.3;voxel=2, unknown, false",
        "gaussian:sigma=0.1, gradient-norm:weight=0.2+tikhonov:weight=0.3, periodic, true",
        "poisson:gain=0.01;readout=0.1, smoothed-tv:weight=0.1, zero, false",
        "norm, none, zero, false"
    })
    void isThatByDifferentiation(String fidelity, String prior, String boundary, boolean weighted) {
        for (Shape shape : SHAPES) {
            for (Precision precision : Precision.values()) {
                Problem problem = problem(
                        shape, precision, fidelity.replace(';', ','), prior.replace(';', ','), boundary, weighted);
                Shape canvas = problem.formation().canvas();
                Evaluation expected = Objective.differentiated(problem::loss).at(random(canvas, precision, 4));
                Evaluation actual = problem.objective().at(random(canvas, precision, 4));
                double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 2e-5;
                assertThat(actual.value()).isCloseTo(expected.value(), within(tolerance * Math.abs(expected.value())));
                assertClose(actual.gradient(), expected.gradient(), tolerance);
                NdArray direction = random(canvas, precision, 5);
                assertClose(actual.hessianProduct(direction), expected.hessianProduct(direction), tolerance);
            }
        }
    }

    private static void assertClose(NdArray actual, NdArray expected, double tolerance) {
        assertThat(actual.precision()).isEqualTo(expected.precision());
        assertThat(actual.minus(expected).maxAbs()).isLessThanOrEqualTo(tolerance * Math.max(1, expected.maxAbs()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zero", "unknown"})
    void hasNoSlopeWhereANormIsZero(String boundary) {
        Problem problem =
                problem(Shape.of(8, 9), Precision.FLOAT64, "norm", "gradient-norm:weight=0.2", boundary, false);
        NdArray flat = NdArray.full(problem.formation().canvas(), Precision.FLOAT64, 0.5);
        Evaluation at = problem.objective().at(flat);
        assertClose(
                at.gradient(), Objective.differentiated(problem::loss).at(flat).gradient(), 1e-12);
        assertThat(at.hessianProduct(flat).isFinite()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"norm, gradient-norm:weight=0.2, zero", "l2, smoothed-tv:weight=0.1, unknown"})
    void doesNotDependOnTheNumberOfThreads(String fidelity, String prior, String boundary) throws Exception {
        Problem problem = problem(Shape.of(190, 350), Precision.FLOAT64, fidelity, prior, boundary, false);
        List<NdArray> alone = in(1, problem);
        assertThat(in(2, problem)).isEqualTo(alone);
        assertThat(in(4, problem)).isEqualTo(alone);
    }

    private static List<NdArray> in(int threads, Problem problem) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> parts(problem)).get();
        } finally {
            pool.shutdown();
        }
    }

    private static List<NdArray> parts(Problem problem) {
        NdArray x = random(problem.formation().canvas(), Precision.FLOAT64, 4);
        Evaluation at = problem.objective().at(x);
        return List.of(NdArray.scalar(at.value()), at.gradient(), at.hessianProduct(x));
    }
}
