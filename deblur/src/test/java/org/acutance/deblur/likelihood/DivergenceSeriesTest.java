package org.acutance.deblur.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class DivergenceSeriesTest {
    private static double exact(double observed, double predicted) {
        return predicted - observed + (observed > 0 ? observed * StrictMath.log(observed / predicted) : 0);
    }

    private static void assertClose(float observed, float predicted) {
        float[] values = new float[1];
        double sum = DivergenceSeries.of(new float[] {observed}, new float[] {predicted}, values, 1);
        double expected = exact(observed, predicted);
        double rounding = 1e-15 * Math.max(observed, predicted);
        assertThat(sum).as(observed + " " + predicted).isCloseTo(expected, within(1e-6 * expected + rounding));
        assertThat((double) values[0]).isEqualTo(sum);
    }

    @Test
    void agreesWithTheFormulaInDouble() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            float predicted = (float) Math.exp(6 * random.nextGaussian());
            assertClose(predicted * (float) Math.exp(random.nextGaussian()), predicted);
            assertClose(predicted * (1 + 0.01f * random.nextFloat()), predicted);
        }
    }

    @Test
    void agreesAtTheEnds() {
        assertClose(0, 3);
        assertClose(3, 3);
        assertClose(3, Float.MIN_NORMAL);
        assertClose(1e-30f, 3);
        assertClose(7, 1);
        assertClose(1, 7);
    }

    @Test
    void whatIsNotANumberStaysSo() {
        assertThat(DivergenceSeries.of(new float[] {1, Float.NaN}, new float[] {1, 1}, new float[2], 2))
                .isNaN();
    }
}
