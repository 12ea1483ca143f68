package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Iteration;
import org.acutance.math.optimize.Lbfgs;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Observer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MinimizeTest {
    private static final TestProblem VALLEY = TestProblem.rosenbrock(2);

    private static Solution minimize(StopRule rule) {
        return Minimize.by("l-bfgs").withRule(rule).minimize(VALLEY.objective(), VALLEY.x0());
    }

    @Test
    void rulesStop() {
        assertThat(minimize(StopRule.maxIterations(3)).nit()).isEqualTo(3);
        assertThat(minimize(StopRule.maxIterations(3)).reason()).isEqualTo(Reason.MAX_ITERATIONS);
        assertThat(minimize(StopRule.maxEvaluations(5)).reason()).isEqualTo(Reason.MAX_EVALUATIONS);
        assertThat(minimize(StopRule.maxTime(Duration.ZERO)).reason()).isEqualTo(Reason.MAX_TIME);
        assertThat(minimize(StopRule.maxTime(Duration.ZERO)).nit()).isZero();
        assertThat(minimize(StopRule.when(run -> run.iteration() == 4)).nit()).isEqualTo(4);
        Solution target = minimize(StopRule.target(0.5));
        assertThat(target.reason()).isEqualTo(Reason.TARGET_REACHED);
        assertThat(target.success()).isTrue();
        assertThat(target.fun()).isLessThanOrEqualTo(0.5);
    }

    @Test
    void rulesCombine() {
        StopRule early = StopRule.maxIterations(2);
        StopRule late = StopRule.when(run -> run.iteration() >= 5);

        assertThat(minimize(late.or(early)).reason()).isEqualTo(Reason.MAX_ITERATIONS);
        assertThat(minimize(early.and(late)).nit()).isEqualTo(5);
        assertThat(minimize(late.and(early)).reason()).isEqualTo(Reason.STOP_REQUESTED);
        assertThat(minimize(StopRule.never()).success()).isTrue();
    }

    @Test
    void observersSeeEveryIterationAndMayStop() {
        List<Integer> seen = new ArrayList<>();
        Solution solution = Minimize.by("cg")
                .withObserver(Observer.watching(run -> seen.add(run.history().size())))
                .withObserver(run -> run.iteration() == 3 ? Observer.Verdict.STOP : Observer.Verdict.CONTINUE)
                .minimize(VALLEY.objective(), VALLEY.x0());

        assertThat(seen).containsExactly(1, 2, 3, 4);
        assertThat(solution.reason()).isEqualTo(Reason.STOP_REQUESTED);
        assertThat(solution.history()).extracting(Iteration::iteration).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aKeptRunDoesNotChange() {
        List<Run<?>> kept = new ArrayList<>();
        Minimize.by("newton-cg").withObserver(Observer.watching(kept::add)).minimize(VALLEY.objective(), VALLEY.x0());

        assertThat(kept.get(3).history()).hasSize(4);
        assertThat(kept.get(3).iteration()).isEqualTo(3);
        assertThat(kept.get(3).reason()).isEmpty();
        assertThatThrownBy(() -> kept.get(3).solution())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("run: not ended after 3 iterations; resume it");
    }

    @Test
    void aRunThatConvergedStaysEnded() {
        assertStaysEnded(Minimize.by(new Lbfgs(10, 2.2e-9, 1e-5, 15000, 15000, 20)));
    }

    private static <S extends State> void assertStaysEnded(Minimize<S> method) {
        Run<S> ended = method.run(VALLEY.objective(), VALLEY.x0());
        Run<S> again = method.resume(VALLEY.objective(), ended);
        assertThat(again.iteration()).isEqualTo(ended.iteration());
        assertThat(again.counts()).isEqualTo(ended.counts());
        assertThat(again.reason()).isEqualTo(ended.reason());
    }

    @Test
    void theBestPointIsKeptWhereAMethodGoesUphill() {
        Solution solution = Minimize.by("adam:learning-rate=2")
                .withRule(StopRule.maxIterations(15))
                .minimize(VALLEY.objective(), VALLEY.x0());

        double lowest =
                solution.history().stream().mapToDouble(Iteration::fun).min().orElseThrow();
        assertThat(solution.fun()).isEqualTo(lowest);
        assertThat(solution.history().get(15).fun()).isGreaterThan(lowest);
    }

    @Test
    void differencesOfGradientsCountAsGradients() {
        Objective exact = VALLEY.objective();
        Objective plain =
                Objective.of(x -> exact.at(x).value(), x -> exact.at(x).gradient());

        Solution solution = Minimize.by("newton-cg").minimize(plain, VALLEY.x0());
        Solution asked = Minimize.by("newton-cg:hessian=2-point").minimize(exact, VALLEY.x0());

        assertThat(solution.nhev()).isZero();
        assertThat(solution.njev()).isGreaterThan(solution.nfev()).isEqualTo(asked.njev());
        assertThat(solution.fun()).isEqualTo(asked.fun()).isLessThan(1e-8);
    }

    @Test
    void aGradientOfAnotherShapeOrPrecisionIsRefused() {
        Objective shape = Objective.of(x -> 1, x -> NdArray.zeros(3), (x, p) -> p);
        Objective precision = Objective.of(x -> 1, x -> x.to(Precision.FLOAT32), (x, p) -> p);

        assertThatThrownBy(() -> Minimize.by("cg").minimize(shape, VALLEY.x0()))
                .hasMessage("objective: gradient: got shape [3], expected [2]");
        assertThatThrownBy(() -> Minimize.by("cg").minimize(precision, VALLEY.x0()))
                .hasMessage("objective: gradient is FLOAT32 but the point is FLOAT64; convert one with to(Precision)");
    }

    @Test
    void evaluationsKeepWhatTheyComputed() {
        int[] calls = new int[2];
        Objective objective = Objective.of(
                x -> {
                    calls[0]++;
                    return x.sum();
                },
                x -> {
                    calls[1]++;
                    return x;
                });

        Evaluation evaluation = objective.at(NdArray.vector(1, 2));
        assertThat(calls).containsExactly(0, 0);
        assertThat(evaluation.value() + evaluation.value()).isEqualTo(6);
        assertThat(evaluation.gradient()).isSameAs(evaluation.gradient());
        assertThat(calls).containsExactly(1, 1);
        assertThat(evaluation.hessianProduct(NdArray.vector(3, -1)).get(0))
                .isCloseTo(3, org.assertj.core.data.Offset.offset(1e-7));
    }

    @Test
    void noImprovementStops() {
        Objective noisy = Objective.of(x -> 1, x -> x.times(0).plus(NdArray.scalar(1)), (x, p) -> p);

        Solution solution =
                Minimize.by("adam").withRule(StopRule.noImprovement(5)).minimize(noisy, NdArray.vector(1, 2));

        assertThat(solution.reason()).isEqualTo(Reason.NO_IMPROVEMENT);
        assertThat(solution.nit()).isEqualTo(5);
        assertThat(Optional.of(solution.x())).contains(solution.x());
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsOneSentenceForTheUser(Reason reason) {
        boolean asPlanned = Set.of(
                        Reason.TARGET_REACHED, Reason.SCHEDULE_COMPLETE, Reason.SOLVED, Reason.ITERATIONS_DONE)
                .contains(reason);
        assertThat(reason.message()).endsWith(".").doesNotContain("\n").hasSizeLessThan(180);
        assertThat(reason.message().startsWith("Converged") || asPlanned).isEqualTo(reason.success());
    }
}
