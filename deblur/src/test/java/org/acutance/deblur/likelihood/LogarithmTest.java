package org.acutance.deblur.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class LogarithmTest {
    private static double[] logarithms(double... x) {
        double[] logarithms = new double[x.length];
        Logarithm.of(x, logarithms, x.length);
        return logarithms;
    }

    private static void assertClose(double[] x) {
        double[] actual = logarithms(x);
        for (int i = 0; i < x.length; i++) {
            double expected = StrictMath.log(x[i]);
            assertThat(actual[i]).as("log %s", x[i]).isCloseTo(expected, within(4e-16 + 2 * Math.ulp(expected)));
        }
    }

    @Test
    void agreesWithJava() {
        Random random = new Random(3);
        assertClose(random.doubles(100_001, 0.249, 4.01).toArray());
        assertClose(random.doubles(50_001).map(v -> 1 + 0.01 * (v - 0.5)).toArray());
        assertClose(random.doubles(10_001).map(v -> Math.exp(100 * (v - 0.5))).toArray());
        assertClose(
                new double[] {1, 0.25, 4, Math.nextUp(4.0), Math.nextDown(0.25), Double.MIN_VALUE, Double.MAX_VALUE});
    }

    @Test
    void agreesAtTheEnds() {
        assertThat(logarithms(0, Double.POSITIVE_INFINITY, 1)).containsExactly(0, Double.POSITIVE_INFINITY, 0);
        assertThat(logarithms(Double.NaN)).containsExactly(Double.NaN);
    }

    @Test
    void leavesWhatItIsNotAskedFor() {
        double[] logarithms = {7, 7, 7};
        Logarithm.of(new double[] {2, 1, 3}, logarithms, 2);
        assertThat(logarithms[2]).isEqualTo(7);
    }
}
