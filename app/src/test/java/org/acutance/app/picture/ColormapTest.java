package org.acutance.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ColormapTest {
    private static final int STEPS = 256;

    @Test
    void lightnessGrowsEvenly() {
        double range = lightness(STEPS) - lightness(0);
        for (int i = 0; i < STEPS; i += 16) {
            assertThat(lightness(i + 16) - lightness(i)).isCloseTo(range / 16, within(range / 60));
        }
        assertThat(range).isGreaterThan(85);
    }

    @Test
    void neighboursNeverGetDarkerBeyondRounding() {
        assertThat(IntStream.range(0, STEPS)).allMatch(i -> lightness(i + 1) > lightness(i) - 0.1);
    }

    @Test
    void valuesBeyondTheRangeGetTheColourOfTheEnd() {
        assertThat(Colormap.colour(-3)).isEqualTo(Colormap.colour(0));
        assertThat(Colormap.colour(Double.POSITIVE_INFINITY)).isEqualTo(Colormap.colour(1));
    }

    @Test
    void noValueLooksLikeNotANumber() {
        assertThat(Colormap.colour(Double.NaN)).isEqualTo(Palette.NOT_A_NUMBER);
        assertThat(IntStream.rangeClosed(0, STEPS).map(i -> Colormap.colour((double) i / STEPS)))
                .allMatch(colour -> (colour >> 8 & 0xFF) - (colour >> 16 & 0xFF) < 32);
    }

    /** CIE 1976 L*, 0 to 100, from the relative luminance of sRGB (IEC 61966-2-1). */
    private static double lightness(int step) {
        int colour = Colormap.colour((double) step / STEPS);
        double luminance =
                0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8 & 0xFF) + 0.0722 * linear(colour & 0xFF);
        return luminance > 216.0 / 24389 ? 116 * Math.cbrt(luminance) - 16 : luminance * 24389 / 27;
    }

    private static double linear(int level) {
        double value = level / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
