package org.acutance.deblur.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class ShareLineTest {
    private static final double NOISE = 1;

    @Test
    void halfIsBelievedWhereNothingIsKnown() {
        ShareLine.Line line = new ShareLine().fit(NOISE);
        assertThat(line.share(1)).isEqualTo(0.5);
        assertThat(line.share(1e-9)).isEqualTo(0.5);
    }

    @Test
    void findsALineOverTheLogarithmOfTheResponseAndGoesOn() {
        ShareLine.Line line = fitted(level -> 0.8 + 0.1 * level);
        assertThat(line.share(1)).isCloseTo(0.8, within(0.01));
        assertThat(line.share(Math.exp(-4))).isCloseTo(0.6, within(0.01));
        assertThat(line.share(Math.exp(-12))).isCloseTo(0.2, within(0.02));
    }

    @Test
    void sharesStayBetweenTheEstimates() {
        assertThat(fitted(level -> 1.7).share(0.5)).isEqualTo(1);
        assertThat(fitted(level -> -0.3).share(0.5)).isZero();
    }

    /** Many frequencies with a response from 0.1 to 1 and a share without noise. */
    private static ShareLine.Line fitted(DoubleUnaryOperator share) {
        ShareLine line = new ShareLine();
        for (int i = 0; i < 20_000; i++) {
            double level = Math.log(0.1) * i / 20_000;
            double power = 5;
            line.add(Math.exp(2 * level), share.applyAsDouble(level) * power, power);
        }
        return line.fit(NOISE);
    }
}
