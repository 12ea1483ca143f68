package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.optimize.Iteration;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Observer;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method for sums of smooth parts, proximal functions and terms must do. */
public abstract class CompositeContract {
    /** The method for a problem, with tolerances near the precision's. */
    protected abstract Optimizer<?> optimizer(CompositeProblem problem);

    /** What the method is given as the smooth objective. */
    protected abstract Objective objective(CompositeProblem problem);

    /** Whether the method can solve the problem. */
    protected abstract boolean takes(CompositeProblem problem);

    /** The least value of a problem. */
    protected abstract double minimum(CompositeProblem problem);

    static Stream<CompositeProblem> problems() {
        return Stream.of(Precision.values()).flatMap(precision -> CompositeProblem.all(precision).stream());
    }

    @ParameterizedTest
    @MethodSource("problems")
    void reachesKnownMinima(CompositeProblem problem) {
        if (takes(problem)) {
            Solution solution = Minimize.by(optimizer(problem)).minimize(objective(problem), problem.x0());

            boolean isDouble = problem.target().precision() == Precision.FLOAT64;
            assertThat(solution.fun() - minimum(problem)).isBetween(-1e-5, isDouble ? 1e-6 : 1e-4);
            assertThat(solution.fun()).isCloseTo(problem.value(solution.x()), within(isDouble ? 1e-12 : 1e-6));
            assertThat(solution.success()).as("%s", solution.reason()).isTrue();
            assertThat(solution.x().precision()).isEqualTo(problem.target().precision());
            assertThat(solution.message()).startsWith("Converged");
        }
    }

    private CompositeProblem hardest() {
        return CompositeProblem.all(Precision.FLOAT64).stream()
                .filter(this::takes)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    void threeStepsAndThreeMoreAreSix() {
        assertResumesExactly(optimizer(hardest()));
    }

    private <S extends State> void assertResumesExactly(Optimizer<S> optimizer) {
        Objective objective = objective(hardest());
        NdArray x0 = hardest().x0();
        Minimize<S> method = Minimize.by(optimizer);
        Run<S> three = method.withRule(StopRule.maxIterations(3)).run(objective, x0);
        Run<S> resumed = method.withRule(StopRule.maxIterations(6)).resume(objective, three);
        Run<S> straight = method.withRule(StopRule.maxIterations(6)).run(objective, x0);

        assertThat(three.reason()).contains(Reason.MAX_ITERATIONS);
        assertThat(resumed.state()).isEqualTo(straight.state());
        assertThat(resumed.best()).isEqualTo(straight.best());
        assertThat(timeless(resumed)).isEqualTo(timeless(straight)).hasSize(7);
    }

    private static List<Iteration> timeless(Run<?> run) {
        return run.history().stream()
                .map(i -> new Iteration(
                        i.iteration(), i.fun(), i.gradientNorm(), i.gradientMax(), i.step(), i.counts(), 0))
                .toList();
    }

    @Test
    void aStepIsPure() {
        assertPure(optimizer(hardest()));
    }

    private <S extends State> void assertPure(Optimizer<S> optimizer) {
        Objective objective = objective(hardest());
        S state = optimizer.start(objective, hardest().x0());
        for (int i = 0; i < 5; i++) {
            S next = optimizer.step(objective, state);
            assertThat(optimizer.step(objective, state)).isEqualTo(next);
            state = next;
        }
    }

    @Test
    void theStartIsInTheHistoryAndTheBestPointIsTheResult() {
        CompositeProblem problem = hardest();

        Solution solution = Minimize.by(optimizer(problem)).minimize(objective(problem), problem.x0());

        assertThat(solution.history()).hasSize(solution.nit() + 1);
        assertThat(solution.history()).allMatch(entry -> entry.fun() >= solution.fun());
        assertThat(solution.history().get(0).fun()).isFinite();
    }

    @Test
    void whatIsNotANumberEndsAtOnce() {
        CompositeProblem problem = hardest();
        CompositeProblem broken = new CompositeProblem(
                problem.name(), problem.map(), problem.target().times(Double.NaN), problem.direct(), problem.terms());

        Solution solution = Minimize.by(optimizer(broken)).minimize(objective(broken), broken.x0());

        assertThat(solution.reason()).isEqualTo(Reason.NON_FINITE);
        assertThat(solution.nit()).isZero();
    }

    @Test
    void aCancelledRunResumesAsIfNothingHadHappened() {
        assertCancelledResumes(optimizer(hardest()));
    }

    private <S extends State> void assertCancelledResumes(Optimizer<S> optimizer) {
        Objective objective = objective(hardest());
        List<Integer> seen = new ArrayList<>();
        Observer watch = Observer.watching(run -> seen.add(run.iteration()));
        Minimize<S> method = Minimize.by(optimizer);
        Run<S> cancelled = method.withObserver(watch)
                .withCancel(() -> seen.size() > 2)
                .run(objective, hardest().x0());
        Run<S> resumed = method.resume(objective, cancelled);
        Run<S> straight = method.run(objective, hardest().x0());

        assertThat(cancelled.reason()).contains(Reason.CANCELLED);
        assertThat(seen).containsExactly(0, 1, 2);
        assertThat(timeless(resumed)).isEqualTo(timeless(straight));
        assertThat(resumed.counts()).isEqualTo(straight.counts());
    }
}
