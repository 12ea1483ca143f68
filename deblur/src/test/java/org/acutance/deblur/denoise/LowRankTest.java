package org.acutance.deblur.denoise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LowRankTest {
    private static final int AREA = BlockTransform.AREA;
    private static final int BLOCKS = 4;

    private static float[] variances(float value) {
        float[] variances = new float[BLOCKS * AREA];
        Arrays.fill(variances, value);
        return variances;
    }

    /** A group of rank one: block b is b + 1 times the same picture of norm 1. */
    private static float[] proportional(double scale) {
        float[] group = new float[BLOCKS * AREA];
        for (int at = 0; at < group.length; at++) {
            group[at] = (float) (scale * (at / AREA + 1) * Math.cos(at % AREA) / Math.sqrt(32.1));
        }
        return group;
    }

    private static double norm(float[] group) {
        double sum = 0;
        for (float value : group) {
            sum += (double) value * value;
        }
        return Math.sqrt(sum);
    }

    /** With y the singular value over sqrt(64) and beta = 4 / 64: sqrt((y^2 - beta - 1)^2 - 4 beta) / y. */
    @Test
    void theOneSingularValueShrinksByTheFormula() {
        float[] group = proportional(6);
        double y = norm(group) / 8;
        float weight = new LowRank(false).shrink(group, group, variances(1), BLOCKS);
        double expected = Math.sqrt(Math.pow(y * y - 1.0 / 16 - 1, 2) - 4.0 / 16) / y;
        assertThat(norm(group) / 8).isCloseTo(expected, within(1e-4 * y));
        assertThat(1 / weight - 1).isCloseTo((float) (64 * expected * expected / (y * y)), within(0.01f));
    }

    /** With s the singular value in units of the noise, of a pattern in one coefficient: s (1 - 4 / s^2) (1 - 0.5 / s^2). */
    @Test
    void thePatternShrinksByBands() {
        float[] group = new float[BLOCKS * AREA];
        for (int block = 0; block < BLOCKS; block++) {
            group[block * AREA] = 5 * (block + 1);
        }
        double square = 25 * 30;
        float weight = new LowRank(true).shrink(group, group, variances(1), BLOCKS);
        double pattern = 1 - 0.5 / square;
        assertThat(norm(group)).isCloseTo(Math.sqrt(square) * (1 - 4 / square) * pattern, within(1e-4));
        assertThat(1 / weight - 1).isCloseTo((float) (pattern * pattern), within(1e-5f));
    }

    @Test
    void whatNoiseAloneMayReachIsRemoved() {
        float[] group = proportional(1);
        new LowRank(true).shrink(group, group, variances(1), BLOCKS);
        assertThat(norm(group)).isZero();
    }

    @Test
    void onlyTheRatioToTheNoiseMatters() {
        float[] group = proportional(60);
        float[] small = proportional(6);
        new LowRank(true).shrink(group, group, variances(100), BLOCKS);
        new LowRank(true).shrink(small, small, variances(1), BLOCKS);
        for (int at = 0; at < group.length; at++) {
            assertThat(group[at]).isCloseTo(10 * small[at], within(1e-3f));
        }
    }

    /** The same group twice, its noise twice as strong in one block: the rank is found in units of each block's noise. */
    @Test
    void blocksMayHaveNoiseOfTheirOwn() {
        float[] group = proportional(60);
        float[] even = proportional(60);
        float[] variances = variances(1);
        for (int i = 0; i < AREA; i++) {
            group[i] *= 2;
            variances[i] = 4;
        }
        new LowRank(true).shrink(group, group, variances, BLOCKS);
        new LowRank(true).shrink(even, even, variances(1), BLOCKS);
        for (int at = 0; at < group.length; at++) {
            assertThat(group[at]).isCloseTo((at < AREA ? 2 : 1) * even[at], within(2e-3f));
        }
    }
}
