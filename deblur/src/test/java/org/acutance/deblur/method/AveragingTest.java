package org.acutance.deblur.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.acutance.deblur.certificate.Certificate;
import org.acutance.deblur.certificate.Optimality;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.image.SampleType;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;

class AveragingTest {
    private static final Method AUTO = Methods.CATALOGUE.create("auto");
    private static final NdArray OBSERVED = new GaussianNoise(0.05).addTo(ResolutionChart.draw(40, 40), 5);
    private static final String BENT = "log-hessian:scale=0.5,weight=4";
    private static final String FLAT = "tv:weight=5";

    private static Problem problem(String prior) {
        Settings settings = Settings.of("gaussian:sigma=0.8").withPrior(prior).withFidelity("gaussian:sigma=0.05");
        return Plan.of(settings, Image.gray(OBSERVED), path -> OBSERVED)
                .channels()
                .get(0);
    }

    private static Solved solved(Method method, Problem problem, Watch watch) {
        Start start = Start.at(problem.formation().extend(OBSERVED));
        return method.solver(problem, Limits.NONE).solve(start, watch);
    }

    private static NdArray solution(Problem problem) {
        return solved(AUTO, problem, Watch.NOBODY).solution().x();
    }

    @Test
    void theResultIsTheMeanOfAnEstimateWithEachPrior() {
        Solved both = solved(AUTO, problem(BENT + "+" + FLAT + "+non-negative"), Watch.NOBODY);
        NdArray expected = solution(problem(BENT + "+non-negative"))
                .plus(solution(problem(FLAT + "+non-negative")))
                .times(0.5);
        assertThat(both.solution().x().minus(expected).maxAbs()).isLessThan(1e-12);
        assertThat(both.latest()).isEqualTo(both.solution().x());
    }

    @Test
    void twoConvexPriorsAreASum() {
        Problem sum = problem("tv:weight=5+wavelet:weight=1");
        assertThat(AUTO.averages(sum)).isFalse();
        assertThat(AUTO.averages(problem(BENT + "+non-negative"))).isFalse();
        assertThat(AUTO.reason(sum)).startsWith("takes admm,");
        Method splitting = Methods.CATALOGUE.create("admm");
        assertThat(new Averaging(splitting, splitting).obstacle(sum))
                .contains(
                        "it takes a prior that is convex beside one that is not, such as log-hessian+tv, but the prior is"
                                + " tv+wavelet");
    }

    @Test
    void settledBothSearchesAre() {
        Problem both = problem(BENT + "+" + FLAT);
        Method settled = AUTO.settled(both, solved(AUTO, both, Watch.NOBODY));
        assertThat(settled).isInstanceOfSatisfying(Averaging.class, averaging -> {
            assertThat(averaging.bent()).isInstanceOf(SettledSplitting.class);
            assertThat(averaging.convex()).isInstanceOf(SettledSplitting.class);
        });
        Solved once = solved(settled, both, Watch.NOBODY);
        assertThat(solved(settled, both, Watch.NOBODY).solution().x())
                .isEqualTo(once.solution().x());
    }

    @Test
    void itsOptimalityIsThatOfTheFartherSearch() {
        Problem both = problem(BENT + "+" + FLAT);
        Certificate certificate = Certificate.of(both, solved(AUTO, both, Watch.NOBODY), List.of(), SampleType.FLOAT64);
        assertThat(certificate.optimality().measure()).isEqualTo(Optimality.Measure.RESIDUALS);
        assertThat(certificate.optimality().value()).isPositive();
    }

    @Test
    void onceCancelledTheSecondSearchDoesNotBegin() {
        AtomicBoolean cancelled = new AtomicBoolean();
        Watch watch = new Watch(run -> cancelled.set(run.iteration() >= 3), cancelled::get);
        Problem both = problem(BENT + "+" + FLAT);
        Solved ended = solved(AUTO, both, watch);
        assertThat(ended.solution().nit()).isEqualTo(3);
        assertThat(ended.state()).get().isNotInstanceOf(Averaged.class);
    }
}
