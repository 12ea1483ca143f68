package org.acutance.deblur.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.linear.PeriodicConvolution;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.StopRule;
import org.junit.jupiter.api.Test;

/** The iteration row by row beside that with arrays for everything. */
class MultiplyingTest {
    private static final Shape CANVAS = Shape.of(160, 240);
    private static final Shape FRAME = Shape.of(150, 232);
    private static final NdArray KERNEL = random(Shape.of(9, 7), Precision.FLOAT64, 3);

    private static NdArray random(Shape shape, Precision precision, long seed) {
        return NdArray.of(new Random(seed).doubles(shape.size(), 0.1, 1).toArray(), shape)
                .to(precision);
    }

    private static LinearMap blur(boolean whole, Precision precision) {
        PeriodicConvolution circular =
                new PeriodicConvolution(KERNEL.times(1 / KERNEL.sum()).to(precision), CANVAS);
        return whole ? circular : circular.part(Shape.of(4, 3), FRAME);
    }

    private static PoissonLikelihood likelihood(LinearMap blur, Precision precision, boolean weighted) {
        NdArray observed = random(blur.range(), precision, 5);
        Optional<NdArray> weights = weighted ? Optional.of(random(blur.range(), precision, 6)) : Optional.empty();
        return new PoissonLikelihood(blur, 1.5, NdArray.scalar(0.05), observed, weights, 0.01, Divergence.PLAIN);
    }

    private static Run<Multiplying.Estimate> run(PoissonLikelihood likelihood, NdArray start) {
        return Minimize.by(new Multiplying(likelihood.sensitivity(), 0))
                .withRule(StopRule.maxIterations(5))
                .run(likelihood, start);
    }

    @Test
    void isTheIterationWithArrays() {
        for (Precision precision : Precision.values()) {
            double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-4;
            for (boolean whole : new boolean[] {true, false}) {
                PoissonLikelihood likelihood = likelihood(blur(whole, precision), precision, !whole);
                NdArray start = random(CANVAS, precision, 7);
                Update update = new Update(Denominator.constant(likelihood.sensitivity()), false);
                var expected = Minimize.by(new Multiplicative(update, 0))
                        .withRule(StopRule.maxIterations(5))
                        .run(likelihood, start);
                var actual = run(likelihood, start);
                NdArray x = expected.state().iterate().x();
                assertThat(actual.state().iterate().x().minus(x).maxAbs()).isLessThan(tolerance * x.maxAbs());
                assertThat(actual.latest().fun()).isCloseTo(expected.latest().fun(), within(tolerance * 1e3));
                assertThat(actual.state().stepLength())
                        .isCloseTo(expected.state().stepLength(), within(tolerance * 1e3));
                assertThat(actual.history().get(0).gradientNorm())
                        .isCloseTo(expected.history().get(0).gradientNorm(), within(tolerance * 1e3));
                assertThat(actual.solution().jac().precision()).isEqualTo(precision);
            }
        }
    }

    @Test
    void aStepIsTheSameEveryTime() {
        PoissonLikelihood likelihood = likelihood(blur(true, Precision.FLOAT32), Precision.FLOAT32, false);
        Multiplying method = new Multiplying(likelihood.sensitivity(), 0);
        var start = method.start(likelihood, random(CANVAS, Precision.FLOAT32, 7));
        assertThat(method.step(likelihood, start)).isEqualTo(method.step(likelihood, start));
    }

    @Test
    void doesNotDependOnTheNumberOfThreads() throws Exception {
        PoissonLikelihood likelihood = likelihood(blur(false, Precision.FLOAT32), Precision.FLOAT32, true);
        NdArray start = random(CANVAS, Precision.FLOAT32, 7);
        var alone = in(1, likelihood, start);
        for (int threads : new int[] {2, 4}) {
            var shared = in(threads, likelihood, start);
            assertThat(shared.state().iterate().x())
                    .isEqualTo(alone.state().iterate().x());
            assertThat(shared.latest().fun()).isEqualTo(alone.latest().fun());
            assertThat(shared.latest().step()).isEqualTo(alone.latest().step());
        }
    }

    private static Run<Multiplying.Estimate> in(int threads, PoissonLikelihood likelihood, NdArray start)
            throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> run(likelihood, start)).get();
        } finally {
            pool.shutdown();
        }
    }
}
