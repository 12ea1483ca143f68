package org.acutance.deblur.stroke;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StrokeFontTest {
    private static final String SIGNS = "×÷·±−–—…°≤≥≈→∞√∇‖Δαβλµπσ⁰¹²³⁴⁵⁶⁷⁸⁹⁻";

    @Test
    void coversPrintableAsciiAndTheSignsOfCaptions() {
        assertThat(IntStream.concat(IntStream.rangeClosed(' ', '~'), SIGNS.chars()))
                .allMatch(StrokeFont::covers);
    }

    @Test
    void everyCharacterStaysWithinItsAdvanceAndTheLine() {
        IntStream.concat(IntStream.rangeClosed('!', '~'), SIGNS.chars()).forEach(c -> {
            String text = Character.toString(c);
            List<Point> points = StrokeFont.lines(text, 14, new Point(0, 0)).stream()
                    .flatMap(List::stream)
                    .toList();
            assertThat(points).as(text).isNotEmpty();
            assertThat(points).as(text).allSatisfy(point -> {
                assertThat(point.x()).isBetween(-1.0, StrokeFont.width(text, 14));
                assertThat(-point.y()).isBetween(-4.5, 16.5);
            });
        });
    }

    @Test
    void widthsAddUpAndScale() {
        assertThat(StrokeFont.width("ab", 14))
                .isCloseTo(StrokeFont.width("a", 14) + StrokeFont.width("b", 14), within(1e-12));
        assertThat(StrokeFont.width("ab", 28)).isCloseTo(2 * StrokeFont.width("ab", 14), within(1e-12));
        assertThat(StrokeFont.width("", 14)).isZero();
    }

    @Test
    void figuresHaveOneWidth() {
        assertThat("0123456789"
                        .chars()
                        .mapToDouble(c -> StrokeFont.width(Character.toString(c), 14))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void accentsFallAwayAndUnknownCharactersAreBoxes() {
        assertThat(StrokeFont.lines("é", 14, new Point(0, 0))).isEqualTo(StrokeFont.lines("e", 14, new Point(0, 0)));
        assertThat(StrokeFont.lines("猫", 14, new Point(0, 0))).hasSize(1);
        assertThat(StrokeFont.lines("😀", 14, new Point(0, 0))).hasSize(1);
    }

    @Test
    void smallAndCapitalLettersReachWholePixels() {
        for (double size : new double[] {10, 11.5, 13, 16}) {
            assertThat(StrokeFont.lines("xH", size, new Point(0, 0)).stream()
                            .flatMap(List::stream)
                            .mapToDouble(Point::y))
                    .filteredOn(y -> y > -size + 1)
                    .filteredOn(y -> y < -size * 0.6)
                    .allMatch(y -> y == Math.rint(y));
        }
    }
}
