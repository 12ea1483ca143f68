package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every method of minimisation must do, whichever it is: implement {@link #specification()} and run it. */
public abstract class OptimizerContract {
    private static final TestProblem VALLEY = TestProblem.rosenbrock(10);

    /** The method under test, as written in the catalogue. */
    protected abstract String specification();

    /** Whether the method may end in a minimum that is not the least one. */
    protected boolean mayEndInAnotherMinimum() {
        return false;
    }

    /** Whether the method computes gradients; where it does not, wrong ones must not matter. */
    protected boolean computesGradients() {
        return true;
    }

    /** For how many unknowns the method is made. */
    protected int mostUnknowns() {
        return Integer.MAX_VALUE;
    }

    private Minimize<?> method() {
        return Minimize.by(specification());
    }

    static Stream<Arguments> problems() {
        return TestProblem.all().stream()
                .flatMap(p -> Stream.of(Precision.values()).map(precision -> Arguments.of(p, precision)));
    }

    @ParameterizedTest
    @MethodSource("problems")
    void reachesKnownMinima(TestProblem problem, Precision precision) {
        assumeTrue(problem.x0().size() <= mostUnknowns());

        Solution solution = method().minimize(problem.objective(), problem.x0().to(precision));

        assertThat(excess(problem, solution)).isLessThan(precision == Precision.FLOAT64 ? 1e-6 : 1e-5);
        assertThat(solution.success()).as("%s", solution.reason()).isTrue();
        assertThat(solution.x().precision()).isEqualTo(precision);
        assertThat(solution.message()).isEqualTo(solution.reason().message()).startsWith("Converged");
    }

    private double excess(TestProblem problem, Solution solution) {
        return mayEndInAnotherMinimum() ? problem.excessOverAny(solution.fun()) : problem.excess(solution.fun());
    }

    @Test
    void twentyStepsAndTwentyMoreAreForty() {
        assertResumesExactly(method());
    }

    /** Where a method is done before the fortieth, half of its iterations and the other half. */
    private static <S extends State> void assertResumesExactly(Minimize<S> method) {
        long half =
                Math.min(20, method.minimize(VALLEY.objective(), VALLEY.x0()).nit() / 2);
        Run<S> before = method.withRule(StopRule.maxIterations(half)).run(VALLEY.objective(), VALLEY.x0());
        Run<S> resumed = method.withRule(StopRule.maxIterations(2 * half)).resume(VALLEY.objective(), before);
        Run<S> straight = method.withRule(StopRule.maxIterations(2 * half)).run(VALLEY.objective(), VALLEY.x0());

        assertThat(before.iteration()).isEqualTo((int) half).isGreaterThan(5);
        assertThat(before.reason()).contains(Reason.MAX_ITERATIONS);
        assertThat(resumed.state()).isEqualTo(straight.state());
        assertThat(resumed.best()).isEqualTo(straight.best());
        assertThat(resumed.counts()).isEqualTo(straight.counts());
        assertThat(resumed.reason()).isEqualTo(straight.reason());
        assertThat(timeless(resumed)).isEqualTo(timeless(straight)).hasSize((int) (2 * half + 1));
    }

    private static List<Iteration> timeless(Run<?> run) {
        return run.history().stream()
                .map(i -> new Iteration(
                        i.iteration(), i.fun(), i.gradientNorm(), i.gradientMax(), i.step(), i.counts(), 0))
                .toList();
    }

    @Test
    void aStepIsPure() {
        assertPure(method().optimizer());
    }

    private static <S extends State> void assertPure(Optimizer<S> optimizer) {
        S state = optimizer.start(VALLEY.objective(), VALLEY.x0());
        for (int i = 0; i < 5; i++) {
            S next = optimizer.step(VALLEY.objective(), state);
            assertThat(optimizer.step(VALLEY.objective(), state)).isEqualTo(next);
            state = next;
        }
    }

    @Test
    void countsAndHistoryAreExact() {
        AtomicInteger[] counts = {new AtomicInteger(), new AtomicInteger(), new AtomicInteger()};
        Objective counting = Objective.of(
                x -> {
                    counts[0].incrementAndGet();
                    return VALLEY.objective().at(x).value();
                },
                x -> {
                    counts[1].incrementAndGet();
                    return VALLEY.objective().at(x).gradient();
                },
                (x, p) -> {
                    counts[2].incrementAndGet();
                    return VALLEY.objective().at(x).hessianProduct(p);
                });

        Solution solution = method().minimize(counting, VALLEY.x0());

        assertThat(List.of(solution.nfev(), solution.njev(), solution.nhev()))
                .isEqualTo(Stream.of(counts).map(AtomicInteger::get).toList());
        assertThat(solution.history()).hasSize(solution.nit() + 1);
        assertThat(solution.history().get(0).fun())
                .isEqualTo(VALLEY.objective().at(VALLEY.x0()).value());
        assertThat(solution.history()).allMatch(entry -> entry.fun() >= solution.fun());
        assertThat(solution.fun()).isEqualTo(VALLEY.objective().at(solution.x()).value());
    }

    static Stream<Arguments> wrongGradients() {
        Random random = new Random(1);
        UnaryOperator<NdArray> noise =
                g -> NdArray.of(random.doubles(g.size(), -1, 1).toArray(), g.shape());
        return Stream.of(
                Arguments.of("flipped", (UnaryOperator<NdArray>) g -> g.times(-1)),
                Arguments.of("random", noise),
                Arguments.of("100 times too large", (UnaryOperator<NdArray>) g -> g.times(100)),
                Arguments.of("100 times too small", (UnaryOperator<NdArray>) g -> g.times(0.01)),
                Arguments.of("reversed", (UnaryOperator<NdArray>) g -> g.flip()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongGradients")
    void aWrongGradientIsNeverWorseThanTheStart(String fault, UnaryOperator<NdArray> wrong) {
        Objective objective = withGradient(VALLEY.objective(), wrong);

        Solution solution = method().minimize(objective, VALLEY.x0());

        assertThat(solution.fun())
                .isLessThanOrEqualTo(VALLEY.objective().at(VALLEY.x0()).value());
        if (!computesGradients()) {
            assertThat(solution.x())
                    .isEqualTo(
                            method().minimize(VALLEY.objective(), VALLEY.x0()).x());
            assertThat(solution.njev()).isZero();
        } else if (fault.equals("flipped") || fault.equals("random")) {
            assertThat(solution.success()).isFalse();
            assertThat(solution.message()).contains("check the gradient");
            assertThat(solution.nfev()).isLessThan(2000);
        }
    }

    private static Objective withGradient(Objective objective, UnaryOperator<NdArray> change) {
        return Objective.of(
                x -> objective.at(x).value(),
                x -> change.apply(objective.at(x).gradient()),
                (x, p) -> objective.at(x).hessianProduct(p));
    }

    static Stream<Arguments> degenerateHessians() {
        return Stream.of(
                Arguments.of("NaN", (UnaryOperator<NdArray>) p -> p.times(Double.NaN)),
                Arguments.of(
                        "infinite", (UnaryOperator<NdArray>) p -> p.times(1e308).times(1e308)),
                Arguments.of("zero", (UnaryOperator<NdArray>) p -> p.times(0)),
                Arguments.of("negative", (UnaryOperator<NdArray>) p -> p.times(-1)),
                Arguments.of("nearly singular", (UnaryOperator<NdArray>) p -> p.times(1e-14)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("degenerateHessians")
    void aDegenerateHessianDoesNotHang(String fault, UnaryOperator<NdArray> product) {
        Objective valley = VALLEY.objective();
        Objective objective =
                Objective.of(x -> valley.at(x).value(), x -> valley.at(x).gradient(), (x, p) -> product.apply(p));

        Solution solution = method().minimize(objective, VALLEY.x0());

        assertThat(excess(VALLEY, solution)).isLessThan(1);
        assertThat(solution.nhev()).isLessThan(100 * (solution.nit() + 1));
    }

    @Test
    void anObjectiveThatIsNotANumberAtTheStartEndsAtOnce() {
        Objective objective = Objective.of(x -> Double.NaN, x -> x, (x, p) -> p);

        Solution solution = method().minimize(objective, VALLEY.x0());

        assertNonFinite(solution);
        assertThat(solution.nit()).isZero();
        assertThat(solution.x()).isEqualTo(VALLEY.x0());
    }

    @Test
    void anObjectiveThatIsNotANumberAnywhereElseKeepsTheStart() {
        Objective valley = VALLEY.objective();
        Objective value = Objective.of(x -> x.equals(VALLEY.x0()) ? valley.at(x).value() : Double.NaN, x -> valley.at(x)
                .gradient());
        Objective gradient = Objective.of(
                x -> valley.at(x).value(), x -> valley.at(x).gradient().times(x.equals(VALLEY.x0()) ? 1 : Double.NaN));

        for (Objective objective : computesGradients() ? List.of(value, gradient) : List.of(value)) {
            Solution solution = method().minimize(objective, VALLEY.x0());
            assertNonFinite(solution);
            assertThat(solution.x()).isEqualTo(VALLEY.x0());
        }
    }

    private static void assertNonFinite(Solution solution) {
        assertThat(solution.reason()).isEqualTo(Reason.NON_FINITE);
        assertThat(solution.success()).isFalse();
        assertThat(solution.nfev()).isLessThan(300);
    }

    /** The sum of x - log x, whose minimum is at 1 and which is NaN at and below 0. */
    @Test
    void stepsBackFromWhereTheObjectiveIsNotDefined() {
        Objective barrier = TestProblem.plain(
                x -> {
                    double sum = 0;
                    for (double v : x) {
                        sum += v > 0 ? v - Math.log(v) : Double.NaN;
                    }
                    return sum;
                },
                x -> {
                    double[] g = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        g[i] = 1 - 1 / x[i];
                    }
                    return g;
                },
                (x, p) -> {
                    double[] h = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        h[i] = p[i] / (x[i] * x[i]);
                    }
                    return h;
                });

        Solution solution = method().minimize(barrier, NdArray.vector(5, 2, 0.05));

        assertThat(solution.fun() - 3).isLessThan(1e-6);
        assertThat(solution.success()).isTrue();
    }

    @Test
    void aZeroGradientAtTheStartIsConvergence() {
        Objective constant = Objective.of(x -> 3, x -> x.times(0), (x, p) -> p.times(0));

        Solution solution = method().minimize(constant, NdArray.vector(1, 2));

        assertThat(solution.success()).isTrue();
        assertThat(solution.nit() == 0 || !computesGradients()).isTrue();
        assertThat(solution.fun()).isEqualTo(3);
        assertThat(solution.x()).isEqualTo(NdArray.vector(1, 2));
    }

    static Stream<Shape> shapes() {
        return Stream.of(Shape.SCALAR, Shape.of(1), Shape.of(1, 1), Shape.of(5, 1), Shape.of(2, 3, 2), Shape.of(0));
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void anyShapeIsKept(Shape shape) {
        Objective bowl = Objective.of(x -> x.dot(x) / 2, x -> x, (x, p) -> p);
        for (Precision precision : Precision.values()) {
            NdArray x0 = NdArray.full(shape, precision, 3);

            Solution solution = method().minimize(bowl, x0);

            assertThat(solution.fun()).isLessThan(1e-9);
            assertThat(solution.success()).isTrue();
            assertThat(solution.x().shape()).isEqualTo(shape);
            assertThat(solution.jac().shape()).isEqualTo(computesGradients() ? shape : Shape.of(0));
            assertThat(solution.jac().precision()).isEqualTo(x0.precision());
        }
    }

    /** The sum of the absolute values less a slope: the minimum is a kink in every element. */
    @Test
    void aKinkIsReachedWithoutFailure() {
        Objective kink = TestProblem.plain(
                x -> {
                    double sum = 0;
                    for (int i = 0; i < x.length; i++) {
                        sum += Math.abs(x[i] - i) + 0.1 * x[i];
                    }
                    return sum;
                },
                x -> {
                    double[] g = new double[x.length];
                    for (int i = 0; i < x.length; i++) {
                        g[i] = Math.signum(x[i] - i) + 0.1;
                    }
                    return g;
                },
                (x, p) -> new double[x.length]);

        Solution solution = method().minimize(kink, NdArray.vector(0.7, 3.2, -1.1));

        assertThat(solution.fun()).isLessThan(0.7 + Math.abs(3.2 - 1) + 3.1 + 0.28);
        assertThat(solution.nfev()).isLessThan(20_000);
    }

    @Test
    void cancellingKeepsTheBestSoFar() {
        int all = method().minimize(VALLEY.objective(), VALLEY.x0()).nfev();
        for (int limit : new int[] {1, 2, 5, 17, Math.min(40, all - 1)}) {
            AtomicInteger values = new AtomicInteger();
            Objective valley = VALLEY.objective();
            Objective counting = Objective.of(
                    x -> {
                        values.incrementAndGet();
                        return valley.at(x).value();
                    },
                    x -> valley.at(x).gradient(),
                    (x, p) -> valley.at(x).hessianProduct(p));

            Solution solution = method().withCancel(() -> values.get() >= limit).minimize(counting, VALLEY.x0());

            assertThat(solution.reason()).isEqualTo(Reason.CANCELLED);
            assertThat(values.get()).isEqualTo(limit);
            assertThat(solution.fun())
                    .isEqualTo(valley.at(solution.x()).value())
                    .isLessThanOrEqualTo(valley.at(VALLEY.x0()).value());
        }
    }

    @Test
    void aCancelledRunResumesAsIfNothingHadHappened() {
        assertCancelledResumes(method());
    }

    private static <S extends State> void assertCancelledResumes(Minimize<S> method) {
        List<Integer> seen = new ArrayList<>();
        Observer watch = Observer.watching(run -> seen.add(run.iteration()));
        Run<S> cancelled =
                method.withObserver(watch).withCancel(() -> seen.size() > 7).run(VALLEY.objective(), VALLEY.x0());
        Run<S> resumed = method.resume(VALLEY.objective(), cancelled);
        Run<S> straight = method.run(VALLEY.objective(), VALLEY.x0());

        assertThat(seen).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
        assertThat(timeless(resumed)).isEqualTo(timeless(straight));
        assertThat(resumed.counts()).isEqualTo(straight.counts());
    }
}
