package org.acutance.deblur.closed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.PeriodicConvolution;
import org.junit.jupiter.api.Test;

class EdgesTest {
    private static final NdArray KERNEL = NdArray.of(new double[] {0.25, 0.5, 0.25}, 3);

    private static final NdArray RAMP = NdArray.vector(0, 1, 2, 3, 4, 5, 6, 7);

    /** The autocorrelation of 1 2 1 is 6 4 1, so that the shares of the original are 0, 1/3, 5/6 and 1. */
    @Test
    void edgesAreTaperedByTheAutocorrelation() {
        NdArray tapered = EdgeTaper.of(RAMP, KERNEL);
        NdArray blurred = new PeriodicConvolution(KERNEL, RAMP.shape()).apply(RAMP);
        assertThat(tapered.at(0)).isCloseTo(blurred.at(0), within(1e-15));
        assertThat(tapered.at(7)).isCloseTo(blurred.at(7), within(1e-15));
        assertThat(tapered.at(0)).isCloseTo(2, within(1e-14));
        for (int i = 1; i < 7; i++) {
            assertThat(tapered.at(i)).isCloseTo(i, within(1e-14));
        }
        assertThat(EdgeTaper.of(NdArray.vector(0, 6, 0, 0, 0, 0, 0, 0), KERNEL).at(1))
                .isCloseTo(6.0 / 3 + 3 * 2.0 / 3, within(1e-14));
    }

    @Test
    void theExtensionKeepsTheFrameAndClosesWithoutAJump() {
        NdArray extended = PeriodicExtension.over(RAMP, Shape.of(3), Shape.of(20));
        assertThat(extended.slice(0, 3, 11)).isEqualTo(RAMP);
        for (int i = 0; i < 20; i++) {
            double jump = extended.at((i + 1) % 20) - extended.at(i);
            assertThat(Math.abs(jump)).isLessThan(1.8);
        }
        assertThat(extended.at(0) - extended.at(19)).isLessThan(1.8);
        assertThat(extended.min()).isNotNegative();
        assertThat(extended.max()).isLessThanOrEqualTo(7);
    }
}
