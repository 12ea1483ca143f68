package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrequencyBandsTest {
    private static final int AREA = BlockTransform.AREA;
    private static final float LEVEL = (float) Math.sqrt(8);

    /** Every band loses one part in 16 if every coefficient has 16 times half the noise's power. */
    @Test
    void evenPowerShrinksEvenly() {
        float[] block = new float[AREA];
        Arrays.fill(block, LEVEL);
        double remaining = FrequencyBands.shrink(block);
        for (float value : block) {
            assertThat(value).isCloseTo(LEVEL * 15 / 16, within(1e-5f));
        }
        assertThat(remaining).isCloseTo(64 * Math.pow(15.0 / 16, 2), within(1e-5));
    }

    /** The diagonal band of the highest octave is rows and columns 4 to 7. */
    @Test
    void aBandIsKeptOrLostAsAWhole() {
        float[] block = new float[AREA];
        block[4 * 8 + 4] = 4;
        block[7 * 8 + 7] = 0.5f;
        block[3 * 8 + 7] = 2;
        double remaining = FrequencyBands.shrink(block);
        double factor = 1 - 8 / 16.25;
        assertThat(block[4 * 8 + 4]).isCloseTo((float) (4 * factor), within(1e-5f));
        assertThat(block[7 * 8 + 7]).isCloseTo((float) (0.5 * factor), within(1e-5f));
        assertThat(block[3 * 8 + 7]).isZero();
        assertThat(remaining).isCloseTo(16 * factor * factor, within(1e-9));
    }
}
