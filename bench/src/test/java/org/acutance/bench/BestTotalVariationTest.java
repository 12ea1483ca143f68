package org.acutance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.acutance.bench.Scenario.Observation;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;

class BestTotalVariationTest {
    private static final int SIDE = 64;

    /** Small weights make it worse than the observation, as the noise is stronger than what the blur took. */
    @Test
    void theBestWeightOfASmoothSceneIsFound() {
        double[] values = IntStream.range(0, SIDE * SIDE)
                .mapToDouble(i -> 100 + 50 * Math.cos(2 * Math.PI * (i % SIDE) / SIDE))
                .toArray();
        Observation observation = Scenario.ALL.get(0).observe(NdArray.of(values, SIDE, SIDE));
        assertThat(observation.improvement(BestTotalVariation.restore(observation)))
                .isGreaterThan(1);
    }
}
