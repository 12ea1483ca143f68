package org.acutance.deblur.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.image.PoissonNoise;
import org.acutance.deblur.image.ResolutionChart;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuccessionTest {
    private static final NdArray OBSERVED = new PoissonNoise(100).addTo(ResolutionChart.draw(40, 40), 5);

    private static Problem problem(String prior, String fidelity) {
        Settings settings = Settings.of("gaussian:sigma=0.8").withPrior(prior).withFidelity(fidelity);
        return Plan.of(settings, Image.gray(OBSERVED), path -> OBSERVED)
                .channels()
                .get(0);
    }

    private static NdArray solution(Problem problem, NdArray start) {
        return Methods.CATALOGUE
                .create("auto")
                .solver(problem, Limits.NONE)
                .solve(Start.at(start), Watch.NOBODY)
                .solution()
                .x();
    }

    @ParameterizedTest
    @CsvSource({"'poisson:gain=0.01,background=0,readout=0', 0.3", "gaussian:sigma=0.1, 0"})
    void theResultIsAMeanOfBothEstimatesWherePhotonsAreCounted(String fidelity, double share) {
        Problem both = problem("bm3d+tv:weight=5", fidelity);
        NdArray start = both.formation().extend(OBSERVED);
        NdArray edges = solution(problem("tv:weight=5", fidelity), start);
        NdArray blocks = new PlugAndPlaying(6, OptionalDouble.of(3), OptionalInt.empty())
                .solver(problem("bm3d", fidelity), Limits.NONE)
                .solve(Start.at(edges), Watch.NOBODY)
                .solution()
                .x();
        NdArray expected = blocks.times(1 - share).plus(edges.times(share));
        assertThat(solution(both, start).minus(expected).maxAbs()).isLessThan(1e-12);
    }
}
