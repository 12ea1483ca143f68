package org.acutance.deblur.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResolutionChartTest {
    @Test
    void hasBlackWhiteAndGreyInTheirPlaces() {
        NdArray chart = ResolutionChart.draw();
        assertThat(chart.shape()).isEqualTo(Shape.of(256, 256));
        assertThat(chart.at(2, 2)).as("first block of the border").isCloseTo(0.97, within(1e-12));
        assertThat(chart.at(2, 20)).as("second block of the border").isCloseTo(0.03, within(1e-12));
        assertThat(chart.at(139, 128)).as("heart of the star").isCloseTo(0.5, within(0.06));
        assertThat(chart.at(139, 194)).as("soft disc").isCloseTo(0.03, within(1e-12));
        assertThat(chart.at(36, 220)).as("star in the sky").isCloseTo(1, within(1e-12));
        NdArray gradient = chart.slice(0, 198, 199).slice(1, 70, 186);
        for (int i = 1; i < gradient.size(); i++) {
            assertThat(gradient.get(i - 1) - gradient.get(i)).isCloseTo(0.94 / 200, within(1e-9));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,40", "37,5", "64,100", "300,200"})
    void fitsAnySize(int rows, int columns) {
        NdArray chart = ResolutionChart.draw(rows, columns);
        assertThat(chart.shape()).isEqualTo(Shape.of(rows, columns));
        assertThat(chart.min()).isNotNegative();
        assertThat(chart.max()).isLessThanOrEqualTo(1);
    }

    /** The large chart, made smaller, is the small chart but for pixels in which several layers meet. */
    @Test
    void isOneDrawingAtAllSizes() {
        NdArray small = ResolutionChart.draw(64, 64);
        NdArray large = ResolutionChart.draw(256, 256).reshape(64, 4, 64, 4);
        NdArray means = large.reduce(Reduction.SUM, 1, 3).reshape(64, 64).times(1.0 / 16);
        assertThat(small.minus(means).norm() / 64).isLessThan(0.04);
    }

    @Test
    void pixelsAreTheSharesThatFiguresCover() {
        Canvas canvas = new Canvas(50, 60, 10);
        canvas.paint(new Figure.Disc(5, 5, 3, 0), 1);
        assertThat(canvas.picture().sum()).isCloseTo(Math.PI * 9 * 25, within(1.0));
        canvas.paint(new Figure.Rectangle(0, 0, 10, 10), 0.5);
        assertThat(canvas.picture().sum()).isCloseTo(1250, within(1e-9));
        assertThat(canvas.picture().at(0, 4)).isZero();
    }

    @Test
    void softEdgesPassHalfAtTheRadius() {
        Figure.Disc disc = new Figure.Disc(0, 0, 4, 2);
        assertThat(disc.coverage(4, 0)).isEqualTo(0.5);
        assertThat(disc.coverage(0, 3)).isEqualTo(1);
        assertThat(disc.coverage(0, -5)).isZero();
        assertThat(disc.bounds()).isEqualTo(new Figure.Rectangle(-5, -5, 5, 5));
    }

    @Test
    void textIsInTheMiddleOfItsLine() {
        List<Figure> letters = Lettering.around(10, 20, 12, "H H");
        assertThat(letters).hasSize(2);
        Figure.Rectangle first = letters.get(0).bounds();
        Figure.Rectangle last = letters.get(1).bounds();
        assertThat((first.top() + first.bottom()) / 2).isCloseTo(20, within(1e-12));
        assertThat(first.bottom() - first.top()).isCloseTo(12 + 1.8, within(1e-12));
        assertThat((first.left() + last.right()) / 2).isCloseTo(10, within(0.5));
    }

    @Test
    void aBlankLineHasNoLetters() {
        assertThat(Lettering.around(0, 0, 6, "  ")).isEmpty();
    }

    @Test
    void refusesNoPixels() {
        assertThatThrownBy(() -> ResolutionChart.draw(0, 5))
                .hasMessage("chart: 0 rows and 5 columns; give at least one of each");
    }
}
