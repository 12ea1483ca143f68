package org.acutance.deblur.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.prior.Prior;
import org.acutance.deblur.prior.Priors;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.Wavelet;
import org.acutance.math.linear.WaveletBasis;
import org.acutance.math.optimize.L1Norm;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Priors that cannot be differentiated, with methods of minimisation that take a proximal map beside derivatives. */
class KinkedPriorTest {
    private static final NdArray OBSERVED = new GaussianNoise(0.05).addTo(ResolutionChart.draw(32, 32), 4);

    private static Problem problem(Regulariser prior) {
        Settings settings = Settings.of("gaussian:sigma=0.8")
                .withPrior("none")
                .withBoundary("periodic")
                .withFidelity("gaussian:sigma=0.05");
        return Plan.of(settings, Image.gray(OBSERVED), path -> OBSERVED)
                .channels()
                .get(0)
                .with(prior);
    }

    private static Solution solution(Problem problem, String method) {
        Method chosen = Methods.CATALOGUE.create(method);
        assertThat(chosen.obstacle(problem)).as(method).isEmpty();
        return chosen.solver(problem, Limits.NONE)
                .solve(Start.at(OBSERVED), Watch.NOBODY)
                .solution();
    }

    private static void requireEqualMinima(Problem problem, String method) {
        Solution found = solution(problem, method);
        NdArray expected = solution(problem, "admm:tol=1e-9,maxiter=20000").x();
        assertThat(found.x().minus(expected).maxAbs()).isLessThan(1e-3);
        assertThat(found.fun()).isCloseTo(loss(problem, found.x()), withinPercentage(1e-7));
        assertThat(found.fun()).isLessThan(loss(problem, expected) * (1 + 1e-8));
    }

    private static double loss(Problem problem, NdArray x) {
        return problem.with(Priors.parse("none")).loss(x) + problem.prior().value(x, problem.domain());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fista", "proximal-gradient"})
    void aProximalMapOfTheImageIsTaken(String method) {
        requireEqualMinima(problem(Regulariser.of(Prior.of(new L1Norm(1)), 20)), method);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fista", "proximal-gradient"})
    void aProximalMapOfAnOrthogonalTransformIsTaken(String method) {
        Term details = new Term(new WaveletBasis(OBSERVED.shape(), Wavelet.DB4, 3), new L1Norm(1));
        requireEqualMinima(problem(Regulariser.of(Prior.of(List.of(details)), 20)), method);
    }

    @Test
    void whatCanBeDifferentiatedMayStandBesideIt() {
        List<Regulariser.Weighted> parts = List.of(
                Regulariser.of(Prior.of(new L1Norm(1)), 20).parts().get(0),
                Priors.parse("gradient:weight=5").parts().get(0));
        requireEqualMinima(problem(new Regulariser(parts)), "fista");
    }

    private static String obstacle(String method, String prior) {
        return Methods.CATALOGUE
                .create(method)
                .obstacle(Plan.of(
                                Settings.of("gaussian:sigma=0.8").withPrior(prior),
                                Image.gray(OBSERVED),
                                path -> OBSERVED)
                        .channels()
                        .get(0))
                .orElseThrow();
    }

    @Test
    void otherPriorsAreRefusedWithTheMethodsThatTakeThem() {
        assertThat(obstacle("fista", "wavelet:weight=4"))
                .isEqualTo("prior wavelet cannot be differentiated, and is no single function of the image, or of an"
                        + " orthogonal map of it, with a proximal map; use method auto, admm or primal-dual, or another"
                        + " prior");
        assertThat(obstacle("newton-cg", "tv:weight=4"))
                .isEqualTo("prior tv cannot be differentiated; use method auto, admm or primal-dual, or another prior");
        assertThat(obstacle("fista", "bm3d"))
                .isEqualTo(
                        "prior bm3d has a denoiser, which cannot be differentiated; use method auto or another prior");
        Problem both = problem(new Regulariser(List.of(
                Regulariser.of(Prior.of(new L1Norm(1)), 20).parts().get(0),
                Priors.parse("non-negative").parts().get(0))));
        assertThat(Methods.CATALOGUE.create("fista").obstacle(both))
                .contains(
                        "it takes limits or the kinks of prior prior, not both; use method auto, admm or primal-dual");
        assertThat(Methods.CATALOGUE.create("l-bfgs").obstacle(both))
                .contains(
                        "prior prior cannot be differentiated; use method auto, admm or primal-dual, or another prior");
    }
}
