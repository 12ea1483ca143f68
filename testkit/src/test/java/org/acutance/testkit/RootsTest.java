package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import org.acutance.math.array.NdArray;
import org.acutance.math.leastsquares.Fit;
import org.acutance.math.leastsquares.Hybrid;
import org.acutance.math.leastsquares.Residuals;
import org.acutance.math.leastsquares.Status;
import org.acutance.testkit.mgh.MghProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class RootsTest {
    @ParameterizedTest
    @CsvFileSource(resources = "roots.tsv", delimiter = '\t', numLinesToSkip = 1)
    void rootsAndEvaluationsAreThoseOfScipy(int index, String name, boolean success, double norm, int nfev, int njev) {
        MghProblem problem = MghProblem.all().get(index);

        Fit root = Hybrid.standard().solve(Residuals.differentiated(problem.residuals()), problem.x0());

        assertThat(root.success() || !success).as("%s", root.status()).isTrue();
        assertThat(!success || root.fun().norm() < Math.max(1.01 * norm, 1e-8)).isTrue();
        assertThat(!success || root.nfev() <= 1.25 * nfev)
                .as("%s evaluations", root.nfev())
                .isTrue();
        assertThat(!success || root.njev() <= njev + 1)
                .as("%s Jacobians", root.njev())
                .isTrue();
    }

    @Test
    void whatCannotBeSolvedIsTold() {
        Residuals never = Residuals.of(x -> x.times(x).plus(NdArray.scalar(1)), x -> x.times(2));
        Residuals nowhere = Residuals.of(x -> x.times(Double.NaN), x -> x);
        Residuals two = Residuals.of(x -> NdArray.vector(x.sum(), 1), x -> x);
        NdArray x0 = NdArray.vector(1);

        Fit stalled = Hybrid.standard().solve(never, x0);
        assertThat(stalled.success()).isFalse();
        assertThat(stalled.message())
                .isEqualTo(
                        "Stopped: steps bring next to nothing, though there is no root near; start elsewhere or check the"
                                + " Jacobian.");
        assertThat(Hybrid.standard().solve(nowhere, x0).status()).isEqualTo(Status.NON_FINITE);
        assertThat(new Hybrid(1e-8, OptionalLong.of(3), 100).solve(never, x0).nfev())
                .isEqualTo(3);
        assertThatThrownBy(() -> Hybrid.standard().solve(two, x0))
                .hasMessage(
                        "hybr: 2 functions of 1 unknowns; give as many functions as unknowns, or fit by least squares");
    }
}
