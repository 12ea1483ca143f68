package org.acutance.deblur.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
    @Test
    void agreesWithJava() {
        Random random = new Random(3);
        for (int i = 0; i < 100_000; i++) {
            double near = 1 + 0.01 * random.nextGaussian();
            double far = Math.exp(20 * random.nextGaussian());
            assertThat(Logarithm.of(near)).isCloseTo(Math.log(near), within(4e-16));
            assertThat(Logarithm.of(far)).isCloseTo(Math.log(far), within(4e-16 + 2 * Math.ulp(Math.log(far))));
        }
    }

    @Test
    void agreesAtTheEnds() {
        assertThat(Logarithm.of(1)).isCloseTo(0, within(4e-16));
        for (double x : new double[] {0, Double.MIN_VALUE, Double.POSITIVE_INFINITY}) {
            assertThat(Logarithm.of(x)).isEqualTo(Math.log(x));
        }
        assertThat(Logarithm.of(Double.NaN)).isNaN();
        assertThat(Logarithm.of(-1)).isNaN();
        assertThat(Logarithm.of(Double.MIN_NORMAL)).isCloseTo(Math.log(Double.MIN_NORMAL), within(1e-12));
        assertThat(Logarithm.of(Double.MAX_VALUE)).isCloseTo(Math.log(Double.MAX_VALUE), within(1e-12));
    }
}
