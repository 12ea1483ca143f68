package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.global.DifferentialEvolution;
import org.acutance.math.global.GlobalOptimizers;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every search for the least of many minima must do. */
@ParameterizedClass
@MethodSource("methods")
class EveryGlobalOptimizerTest {
    private static final String BOUNDS = ":lower=-5,upper=5";

    private final String method;

    EveryGlobalOptimizerTest(String method) {
        this.method = method;
    }

    static List<String> methods() {
        return GlobalOptimizers.CATALOGUE.names();
    }

    private static Tensor rastrigin(Tensor x) {
        return x.square().minus(x.times(2 * Math.PI).cos().times(10)).plus(10).sum();
    }

    private static Tensor styblinski(Tensor x) {
        return x.square().square().minus(x.square().times(16)).plus(x.times(5)).sum();
    }

    /** Short searches; hops as long as the minima are apart. */
    private String written(int seed) {
        String some =
                switch (method) {
                    case "dual-annealing" -> ",maxiter=150";
                    case "basin-hopping" -> ",stepsize=4,T=10";
                    default -> "";
                };
        return method + BOUNDS + some + ",seed=" + seed;
    }

    private Solution minimize(Function<Tensor, Tensor> function, int seed) {
        return Minimize.by(GlobalOptimizers.CATALOGUE.create(written(seed)))
                .minimize(Objective.differentiated(function), NdArray.vector(3.3, -2.8));
    }

    /** The minima are known: 0 at 0, and -78.33233140754285 per unknown at -2.903534. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void findsTheLeastOfManyMinima(int seed) {
        Solution styblinski = minimize(EveryGlobalOptimizerTest::styblinski, seed);
        Solution rastrigin = minimize(EveryGlobalOptimizerTest::rastrigin, seed);

        assertThat(styblinski.fun() + 2 * 78.33233140754285).isBetween(-1e-9, 1e-6);
        assertThat(rastrigin.fun()).isLessThan(1e-6);
        assertThat(styblinski.success()).as("%s", styblinski.reason()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        Solution one = minimize(EveryGlobalOptimizerTest::rastrigin, 7);
        Solution other = minimize(EveryGlobalOptimizerTest::rastrigin, 8);

        assertThat(minimize(EveryGlobalOptimizerTest::rastrigin, 7).x()).isEqualTo(one.x());
        assertThat(minimize(EveryGlobalOptimizerTest::rastrigin, 7).nfev()).isEqualTo(one.nfev());
        assertThat(other.history().stream().map(i -> i.fun()).toList())
                .isNotEqualTo(one.history().stream().map(i -> i.fun()).toList());
    }

    @Test
    void resumesAndNeverLeavesTheBounds() {
        assertResumes(GlobalOptimizers.CATALOGUE.create(written(3)));
    }

    private static <S extends State> void assertResumes(Optimizer<S> unlimited) {
        Bounds bounds = new Bounds(NdArray.vector(-5, 1), NdArray.vector(4, 1));
        Optimizer<S> optimizer = unlimited.within(bounds).orElseThrow();
        Objective rastrigin = Objective.differentiated(EveryGlobalOptimizerTest::rastrigin);
        Objective guarded = x -> {
            assertThat(bounds.contains(x)).isTrue();
            return rastrigin.at(x);
        };
        Minimize<S> method = Minimize.by(optimizer);
        NdArray x0 = NdArray.vector(3.3, -2.8);
        Run<S> before = method.withRule(StopRule.maxIterations(4)).run(guarded, x0);
        Run<S> resumed = method.withRule(StopRule.maxIterations(8)).resume(guarded, before);
        Run<S> straight = method.withRule(StopRule.maxIterations(8)).run(guarded, x0);

        assertThat(resumed.state()).isEqualTo(straight.state());
        assertThat(resumed.counts()).isEqualTo(straight.counts());
        assertThat(straight.best().x().get(1)).isEqualTo(1);
    }

    @Test
    void countsAreExactAndCancellingKeepsTheBest() {
        AtomicInteger values = new AtomicInteger();
        Objective rastrigin = Objective.differentiated(EveryGlobalOptimizerTest::rastrigin);
        Objective counting = Objective.of(
                x -> {
                    values.incrementAndGet();
                    return rastrigin.at(x).value();
                },
                x -> rastrigin.at(x).gradient());
        Minimize<?> minimize = Minimize.by(GlobalOptimizers.CATALOGUE.create(written(0)));
        NdArray x0 = NdArray.vector(3.3, -2.8);

        Solution solution = minimize.withRule(StopRule.maxIterations(5)).minimize(counting, x0);
        assertThat(solution.nfev()).isEqualTo(values.get());
        values.set(0);
        Solution cancelled = minimize.withCancel(() -> values.get() >= 17).minimize(counting, x0);
        assertThat(values.get()).isEqualTo(17);
        assertThat(cancelled.reason()).isEqualTo(Reason.CANCELLED);
        assertThat(cancelled.fun()).isLessThanOrEqualTo(rastrigin.at(x0).value());
    }

    @Test
    void whatIsNotANumberDoesNoHarm() {
        Objective never = Objective.of(x -> Double.NaN, x -> x);
        Objective rastrigin = Objective.differentiated(EveryGlobalOptimizerTest::rastrigin);
        Objective half = Objective.of(
                x -> x.get(0) < 0 ? Double.NaN : rastrigin.at(x).value(),
                x -> rastrigin.at(x).gradient());
        Minimize<?> minimize = Minimize.by(GlobalOptimizers.CATALOGUE.create(written(0)));
        NdArray x0 = NdArray.vector(3.3, -2.8);

        assertThat(minimize.minimize(never, x0).reason()).isEqualTo(Reason.NON_FINITE);
        assertThat(minimize.minimize(half, x0).fun()).isLessThan(1.1);
        Solution single = minimize.minimize(rastrigin, x0.to(Precision.FLOAT32));
        assertThat(single.x().precision()).isEqualTo(Precision.FLOAT32);
        assertThat(single.fun()).isLessThan(1e-3);
    }

    @Test
    void boundsAreNeededWhereTheSearchIsBetweenThem() {
        Minimize<?> minimize = Minimize.by(GlobalOptimizers.CATALOGUE.create(method));
        Objective rastrigin = Objective.differentiated(EveryGlobalOptimizerTest::rastrigin);
        NdArray x0 = NdArray.vector(0.2, -0.1);

        if (method.equals("basin-hopping")) {
            assertThat(minimize.minimize(rastrigin, x0).fun()).isLessThan(1e-9);
        } else {
            assertThatThrownBy(() -> minimize.minimize(rastrigin, x0))
                    .hasMessage(method + ": bounds from -Infinity to Infinity at element 0; it searches between bounds,"
                            + " so make them finite");
        }
    }

    static Stream<String> strategies() {
        return Stream.of("best1", "rand1", "randtobest1", "currenttobest1", "best2", "rand2")
                .flatMap(base -> Stream.of(base + "bin", base + "exp"));
    }

    @Test
    void everyStrategyFindsTheMinimum() {
        for (String strategy :
                method.equals("differential-evolution") ? strategies().toList() : List.<String>of()) {
            Solution solution = Minimize.by(GlobalOptimizers.CATALOGUE.create(written(1) + ",strategy=" + strategy))
                    .minimize(Objective.differentiated(EveryGlobalOptimizerTest::styblinski), NdArray.vector(1, 1));
            assertThat(solution.fun()).as(strategy).isLessThan(-156.66466);
        }
        assertThatThrownBy(() -> GlobalOptimizers.CATALOGUE.create("differential-evolution:strategy=best1"))
                .hasMessage("global method 'differential-evolution': cannot use strategy=best1; expected best1, rand1,"
                        + " randtobest1, currenttobest1, best2 or rand2, followed by bin or exp");
        assertThat(GlobalOptimizers.CATALOGUE.create("differential-evolution:lower=-1,upper=1,seed=4"))
                .isEqualTo(DifferentialEvolution.of(Bounds.between(-1, 1), 4));
    }
}
