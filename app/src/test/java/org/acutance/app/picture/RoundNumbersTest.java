package org.acutance.app.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoundNumbersTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; 14.42; 7; 1; 0 2 4 6 8 10 12 14",
                "0; 2.06; 7; 1; 0 1 2",
                "0; 2.06; 7; 0; 0 0.5 1.0 1.5 2.0",
                "0; 0.05305; 6; 0; 0 0.01 0.02 0.03 0.04 0.05",
                "-6.5; 6.5; 7; 1; −6 −4 −2 0 2 4 6",
                "0; 1; 5; 0; 0 0.2 0.4 0.6 0.8 1.0",
                "0; 300; 3; 0; 0 100 200 300",
                "1.9; 7.1; 7; 0; 2 3 4 5 6 7",
                "0; 2500000; 5; 0; 0 0.5×10⁶ 1.0×10⁶ 1.5×10⁶ 2.0×10⁶ 2.5×10⁶",
                "0; 3e-9; 3; 0; 0 1×10⁻⁹ 2×10⁻⁹ 3×10⁻⁹",
                "-1e300; 1e300; 4; 0; −1.0×10³⁰⁰ −0.5×10³⁰⁰ 0 0.5×10³⁰⁰ 1.0×10³⁰⁰",
                "2.1643498139; 2.16434981398; 4; 0; 2.16434981390 2.16434981392 2.16434981394 2.16434981396 2.16434981398"
            })
    void marksAreMultiplesOfOneTwoOrFive(double low, double high, int most, int finest, String labels) {
        assertThat(labels(RoundNumbers.between(low, high, most, finest))).isEqualTo(labels);
    }

    @Test
    void valuesAreTheDoublesNearestToTheirLabels() {
        assertThat(RoundNumbers.between(0, 1, 10, 0)).extracting(Tick::value).contains(0.1, 0.3, 0.7);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2.1643498139997903; 8; 2.1643498",
                "1; 4; 1.000",
                "0.0530481; 4; 0.05305",
                "123456; 3; 123000",
                "1234567; 3; 1.23×10⁶",
                "0.00000123; 2; 1.2×10⁻⁶",
                "9.9996; 4; 10.00",
                "-2.5; 2; −2.5",
                "0; 4; 0",
                "NaN; 4; not a number",
                "-Infinity; 4; −∞"
            })
    void writesSignificantDigits(double value, int digits, String text) {
        assertThat(RoundNumbers.significant(value, digits)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "1e-15; 100; 10⁻¹⁵ 10⁻¹² 10⁻⁹ 10⁻⁶ 10⁻³ 1",
                "1e-3; 1e3; 10⁻³ 0.01 0.1 1 10 100 10³",
                "3; 70; 5 10 20 50",
                "0.9e-6; 9e-6; 10⁻⁶ 2×10⁻⁶ 5×10⁻⁶",
                "2.15; 2.35; 2.15 2.20 2.25 2.30 2.35"
            })
    void logarithmicMarksArePowersOfTenAndRoundNumbersBetween(double low, double high, String labels) {
        assertThat(labels(new LogAxis(low, high, 6).ticks())).isEqualTo(labels);
    }

    @Test
    void axesPlaceTheirMarksInProportion() {
        assertThat(new LogAxis(1e-4, 1e4, 6).place(1)).isEqualTo(0.5);
        assertThat(new LogAxis(1e-4, 1e4, 6).place(0)).isZero();
        assertThat(new LinearAxis(-1, 3, 4, 0).place(0)).isEqualTo(0.25);
        assertThat(new LinearAxis(-1, 3, 4, 0).place(5)).isEqualTo(1);
    }

    private static String labels(List<Tick> ticks) {
        return String.join(
                " ", ticks.stream().filter(Tick::isLabelled).map(Tick::label).toList());
    }
}
