package org.acutance.deblur.weight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;
import org.acutance.deblur.image.GaussianNoise;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Method;
import org.acutance.deblur.method.Methods;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.method.Watch;
import org.acutance.deblur.restoration.Plan;
import org.acutance.deblur.restoration.Settings;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;

class WeighingTest {
    private static final int SIDE = 32;
    private static final double SIGMA = 0.02;
    private static final Method AUTO = Methods.CATALOGUE.create("auto");
    private static final String TWO = "log-hessian:scale=0.2+tv";

    private static Problem problem(String prior, DoubleBinaryOperator scene) {
        NdArray drawn = NdArray.of(
                IntStream.range(0, SIDE * SIDE)
                        .mapToDouble(i -> scene.applyAsDouble(Math.floorDiv(i, SIDE), i % SIDE))
                        .toArray(),
                SIDE,
                SIDE);
        NdArray observed = new GaussianNoise(SIGMA).addTo(drawn, 3);
        Settings settings = Settings.of("gaussian:sigma=0.5").withPrior(prior).withFidelity("gaussian:sigma=" + SIGMA);
        return Plan.of(settings, Image.gray(observed), path -> observed)
                .channels()
                .get(0);
    }

    private static Weighing weighing(String prior, DoubleBinaryOperator scene) {
        return Weighing.of(problem(prior, scene), "auto", AUTO, number -> Watch.NOBODY);
    }

    private static double roofs(double row, double column) {
        return (Math.abs(row % 16 - 8) + Math.abs(column % 16 - 8)) / 16;
    }

    private static double steps(double row, double column) {
        return ((int) (row / 16) + 3 * (int) (column / 16)) % 4 / 4.0;
    }

    @Test
    void eachEstimateOfAMeanHasAWeightOfItsOwn() {
        Weighing both = weighing(TWO, WeighingTest::steps);
        double bent = weighing("log-hessian:scale=0.2", WeighingTest::steps)
                .found()
                .get(0)
                .value();
        double flat = weighing("tv", WeighingTest::steps).found().get(0).value();
        assertThat(both.prior().names()).isEqualTo("log-hessian+tv");
        assertThat(both.found()).extracting(AutomaticWeight::value).containsExactly(bent, flat);
        assertThat(Weighing.reason(both.found()).orElseThrow())
                .matches("inverse-gcv finds weight \\S+ of log-hessian; inverse-gcv finds weight \\S+ of tv");
    }

    @Test
    void whereTheSamplesSpeakAgainstFlatRegionsThereIsNoMean() {
        Weighing clear = weighing(TWO, WeighingTest::roofs);
        assertThat(clear.prior().names()).isEqualTo("log-hessian");
        assertThat(Weighing.reason(clear.found()).orElseThrow())
                .matches("inverse-gcv finds weight \\S+ of log-hessian, the samples speak against tv");
    }

    @Test
    void aWeightThatIsGivenStays() {
        Weighing both = weighing("log-hessian:scale=0.2+tv:weight=7", WeighingTest::steps);
        assertThat(both.prior().names()).isEqualTo("log-hessian+tv");
        assertThat(both.prior().parts().get(1).weight()).hasValue(7);
        assertThat(both.found()).hasSize(1);
        assertThat(weighing("tv:weight=7", WeighingTest::steps).found()).isEmpty();
    }
}
