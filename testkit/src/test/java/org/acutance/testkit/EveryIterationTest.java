package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.acutance.deblur.likelihood.BiggsAndrews;
import org.acutance.deblur.likelihood.Denominator;
import org.acutance.deblur.likelihood.Divergence;
import org.acutance.deblur.likelihood.Landweber;
import org.acutance.deblur.likelihood.Multiplicative;
import org.acutance.deblur.likelihood.Multiplying;
import org.acutance.deblur.likelihood.PoissonLikelihood;
import org.acutance.deblur.likelihood.SquaredResidual;
import org.acutance.deblur.likelihood.Squarem;
import org.acutance.deblur.likelihood.Update;
import org.acutance.deblur.likelihood.VanCittert;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Observer;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The iterations that minimise one kind of objective only: what all methods have in common. */
class EveryIterationTest {
    private static final NdArray KERNEL =
            NdArray.of(new double[] {1, 2, 1, 2, 5, 1, 0, 2, 1}, 3, 3).times(1 / 15.0);
    private static final NdArray OBSERVED = new Samples(4).uniform(Shape.of(7, 9), Precision.FLOAT64, 0.2, 1);
    private static final LinearMap BLUR =
            new ConvolutionMap(KERNEL, OBSERVED.shape(), ConvolutionMode.SAME, Boundary.REFLECT);

    static Stream<Arguments> iterations() {
        PoissonLikelihood likelihood =
                new PoissonLikelihood(BLUR, 1, NdArray.scalar(0), OBSERVED, Optional.empty(), 0, Divergence.PLAIN);
        Objective squares = new SquaredResidual(BLUR, OBSERVED, Optional.empty()).objective();
        Update update = new Update(Denominator.constant(likelihood.sensitivity()), false);
        return Stream.of(
                Arguments.of(new Multiplicative(update, 0), likelihood),
                Arguments.of(new Multiplying(likelihood.sensitivity(), 0), likelihood),
                Arguments.of(new Squarem(update, 0), likelihood),
                Arguments.of(new BiggsAndrews(update, 0), likelihood),
                Arguments.of(new Landweber(1.9, false, 0), squares),
                Arguments.of(new Landweber(1.9, true, 0), squares),
                Arguments.of(new VanCittert(BLUR, OBSERVED, 1, 0), squares));
    }

    @ParameterizedTest
    @MethodSource("iterations")
    <S extends State> void twentyStepsAndTwentyMoreAreForty(Optimizer<S> optimizer, Objective objective) {
        Minimize<S> method = Minimize.by(optimizer);
        Run<S> twenty = method.withRule(StopRule.maxIterations(20)).run(objective, OBSERVED);
        Run<S> resumed = method.withRule(StopRule.maxIterations(40)).resume(objective, twenty);
        Run<S> straight = method.withRule(StopRule.maxIterations(40)).run(objective, OBSERVED);

        assertThat(twenty.reason()).contains(Reason.MAX_ITERATIONS);
        assertThat(resumed.state()).isEqualTo(straight.state());
        assertThat(resumed.best()).isEqualTo(straight.best());
        assertThat(resumed.counts()).isEqualTo(straight.counts());
        assertThat(resumed.history()).hasSize(41);
    }

    @ParameterizedTest
    @MethodSource("iterations")
    <S extends State> void aStepIsPure(Optimizer<S> optimizer, Objective objective) {
        S state = optimizer.start(objective, OBSERVED);
        for (int i = 0; i < 4; i++) {
            S next = optimizer.step(objective, state);
            assertThat(optimizer.step(objective, state)).isEqualTo(next);
            state = next;
        }
    }

    @ParameterizedTest
    @MethodSource("iterations")
    <S extends State> void countsAndHistoryAreExact(Optimizer<S> optimizer, Objective objective) {
        AtomicInteger values = new AtomicInteger();
        AtomicInteger gradients = new AtomicInteger();
        Objective counting = Objective.of(
                x -> {
                    values.incrementAndGet();
                    return objective.at(x).value();
                },
                x -> {
                    gradients.incrementAndGet();
                    return objective.at(x).gradient();
                });
        Solution solution =
                Minimize.by(optimizer).withRule(StopRule.maxIterations(15)).minimize(counting, OBSERVED);

        assertThat(List.of(solution.nfev(), solution.njev())).containsExactly(values.get(), gradients.get());
        assertThat(solution.history()).hasSize(16).allMatch(entry -> entry.fun() >= solution.fun());
        assertThat(solution.fun())
                .isEqualTo(objective.at(solution.x()).value())
                .isLessThan(objective.at(OBSERVED).value());
    }

    @ParameterizedTest
    @MethodSource("iterations")
    <S extends State> void aCancelledRunKeepsTheBestAndResumes(Optimizer<S> optimizer, Objective objective) {
        AtomicInteger seen = new AtomicInteger();
        Minimize<S> method = Minimize.by(optimizer).withRule(StopRule.maxIterations(12));
        Run<S> cancelled = method.withObserver(Observer.watching(run -> seen.incrementAndGet()))
                .withCancel(() -> seen.get() > 5)
                .run(objective, OBSERVED);
        assertThat(cancelled.reason()).contains(Reason.CANCELLED);
        assertThat(cancelled.best().value()).isLessThan(objective.at(OBSERVED).value());
        assertThat(cancelled.solution().jac().shape()).isEqualTo(OBSERVED.shape());
        Run<S> straight = method.run(objective, OBSERVED);
        assertThat(method.resume(objective, cancelled).state()).isEqualTo(straight.state());
    }
}
