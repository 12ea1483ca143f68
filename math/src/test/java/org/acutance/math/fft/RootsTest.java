package org.acutance.math.fft;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class RootsTest {
    private static final MathContext DIGITS = new MathContext(50);
    private static final BigDecimal TURN = new BigDecimal("6.2831853071795864769252867665590057683943387987502");

    /** By the power series, in fifty digits. */
    private static BigDecimal cosine(long k, long n) {
        BigDecimal angle = TURN.multiply(BigDecimal.valueOf(k)).divide(BigDecimal.valueOf(n), DIGITS);
        BigDecimal square = angle.multiply(angle, DIGITS).negate();
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = term;
        for (int i = 1; i < 80; i += 2) {
            term = term.multiply(square, DIGITS).divide(BigDecimal.valueOf((long) i * (i + 1)), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum;
    }

    @Test
    void areRightToTheLastPlace() {
        for (long n : new long[] {3, 5, 7, 12, 37, 61, 96, 4 * 509, (1L << 29) + 11}) {
            for (long k = 0; k < n; k += Math.max(1, n / 61)) {
                assertRight(Roots.re(k, n), cosine(k, n).doubleValue());
                // The sine is the cosine of a quarter of a turn less.
                assertRight(-Roots.im(k, n), cosine(4 * k - n, 4 * n).doubleValue());
            }
        }
    }

    /** To a unit of the last place, or to the digits of the series where that is 0. */
    private static void assertRight(double actual, double exact) {
        assertThat(Math.abs(actual - exact)).isLessThanOrEqualTo(Math.max(Math.ulp(exact), 1e-45));
    }

    @Test
    void areExactWhereTheyAreSimple() {
        assertThat(new double[] {Roots.re(1, 3), Roots.re(2, 3), Roots.re(1, 6), Roots.im(1, 12), Roots.im(7, 12)})
                .containsExactly(-0.5, -0.5, 0.5, -0.5, 0.5);
        assertThat(new double[] {Roots.re(0, 5), Math.abs(Roots.re(1, 4)), Roots.re(2, 4), Roots.im(1, 4)})
                .containsExactly(1, 0, -1, -1);
        assertThat(Roots.re(1, 8)).isEqualTo(Math.sqrt(0.5)).isEqualTo(-Roots.im(1, 8));
    }
}
