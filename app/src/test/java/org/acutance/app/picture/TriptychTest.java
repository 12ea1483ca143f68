package org.acutance.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

final class TriptychTest {
    @Test
    void everyPixelIsASquareOfItsExactLevel() {
        NdArray first = levels(171, 130, 1);
        NdArray second = levels(171, 130, 2);
        Triptych triptych =
                Triptych.of("title", List.of(Panel.gray(first, "a", ""), Panel.gray(second, "b", "remark")));
        Picture picture = triptych.draw();
        int top = triptych.imageTop();
        assertThat(differing(picture, top, Triptych.MARGIN, first, 3)).isZero();
        assertThat(differing(picture, top, Triptych.MARGIN + 130 * 3 + Triptych.GAP, second, 3))
                .isZero();
    }

    @Test
    void colourAndPixelsThatAreNotFinite() {
        NdArray red = NdArray.of(new double[] {1, 0, Double.NaN, 0.5}, 2, 2);
        NdArray green = NdArray.of(new double[] {-7, 1, 0, Double.POSITIVE_INFINITY}, 2, 2);
        NdArray blue = NdArray.of(new double[] {0.2, 9, 0, 0}, 2, 2);
        Triptych triptych = Triptych.of("", List.of(new Panel(List.of(red, green, blue), "", "")));
        Picture picture = triptych.draw();
        int next = Magnification.of(2, Triptych.ENLARGED_UP_TO, Triptych.KEPT_UP_TO)
                .enlarged();
        int x = Triptych.MARGIN;
        int y = triptych.imageTop();
        assertThat(picture.rgb(y, x)).isEqualTo(0xFF0033);
        assertThat(picture.rgb(y, x + next)).isEqualTo(0x00FFFF);
        assertThat(picture.rgb(y + next, x)).isEqualTo(Palette.NOT_A_NUMBER);
        assertThat(picture.rgb(y + next, x + next)).isEqualTo(Palette.NOT_A_NUMBER);
    }

    @Test
    void toneSaysWhichValuesAreBlackAndWhite() {
        NdArray image = NdArray.of(new double[] {100, 200, 300}, 1, 3);
        Triptych triptych = new Triptych("", List.of(Panel.gray(image, "", "")), new Tone(100, 300), Optional.empty());
        assertThat(triptych.draw().rgb(triptych.imageTop(), Triptych.MARGIN + 48 + 1))
                .isEqualTo(0x808080);
    }

    @Test
    void largeImagesAreReducedByMeans() {
        NdArray image = NdArray.full(Shape.of(4, 1601), Precision.FLOAT32, 0.2);
        Triptych triptych = Triptych.of("", List.of(Panel.gray(image, "", "")));
        Picture picture = triptych.draw();
        assertThat(picture.width()).isEqualTo(1601 / 3 + 2 * Triptych.MARGIN);
        assertThat(picture.rgb(triptych.imageTop(), Triptych.MARGIN)).isEqualTo(0x333333);
    }

    @Test
    void theDetailShowsTheWindowBelowEachImage() {
        NdArray image = levels(64, 64, 3);
        Window window = new Window(10, 20, 8, 16);
        Triptych triptych = new Triptych("", List.of(Panel.gray(image, "", "")), Tone.UNIT, Optional.of(window));
        Picture picture = triptych.draw();
        int top = triptych.imageTop() + 64 * 8 + 14;
        NdArray part = image.slice(0, 10, 18).slice(1, 20, 36);
        assertThat(differing(picture, top, Triptych.MARGIN, part, 32)).isZero();
    }

    @Test
    void theDetailIsChosenWhereContrastWasGained() {
        double[] sharp = new double[100 * 100];
        sharp[70 * 100 + 40] = 1;
        Panel before = Panel.gray(NdArray.zeros(100, 100), "", "");
        Panel after = Panel.gray(NdArray.of(sharp, 100, 100), "", "");
        Window window =
                Triptych.of("", List.of(before, after)).withDetail().detail().orElseThrow();
        assertThat(window.columns()).isEqualTo(25);
        assertThat(window.rows()).isEqualTo(13);
        assertThat(70).isBetween(window.row(), window.row() + window.rows() - 1);
        assertThat(40).isBetween(window.column(), window.column() + window.columns() - 1);
    }

    @Test
    void oddImagesAreDrawn() {
        for (Shape shape : List.of(Shape.of(1, 1), Shape.of(1, 900), Shape.of(900, 1), Shape.of(3, 2))) {
            for (double value : new double[] {0, 0.5, 7, Double.NaN, Double.NEGATIVE_INFINITY}) {
                Panel panel = Panel.gray(NdArray.full(shape, Precision.FLOAT64, value), "long ".repeat(40), "ü猫");
                Picture picture =
                        Triptych.of("t", List.of(panel, panel)).withDetail().draw();
                assertThat(picture.height()).isPositive();
            }
        }
    }

    @Test
    void panelsMayDifferInSizeAndColour() {
        NdArray small = levels(5, 4, 1);
        Panel colour = new Panel(List.of(small, small, small), "colour", "");
        Triptych triptych = Triptych.of("", List.of(colour, Panel.gray(levels(9, 8, 2), "gray", "")));
        assertThat(triptych.draw().width()).isPositive();
        assertThatThrownBy(triptych::withDetail)
                .hasMessage("detail: choosing one needs two panels or more of one shape and one number of channels;"
                        + " name a window instead");
    }

    @Test
    void refusesWhatIsNoPanel() {
        NdArray image = levels(5, 4, 1);
        assertThatThrownBy(() -> Triptych.of("", List.of())).hasMessage("triptych: 0 panels; give one to 4");
        assertThatThrownBy(() -> new Panel(List.of(image, image), "", ""))
                .hasMessage("panel: 2 channels; give one for gray, or red, green and blue");
        assertThatThrownBy(() -> Panel.gray(NdArray.zeros(2, 3, 4), "", ""))
                .hasMessage("panel: shape [2×3×4] is not that of an image; give [rows×columns], a slice of a volume"
                        + " for instance");
        assertThatThrownBy(() -> new Panel(List.of(image, image, levels(4, 5, 1)), "", ""))
                .hasMessage("panel: got shape [4×5], expected [5×4]");
        assertThatThrownBy(() -> new Tone(1, 1))
                .hasMessage("tone: black 1.0 and white 1.0; black must be less than white, both finite");
        assertThatThrownBy(() -> new Triptych(
                        "", List.of(Panel.gray(image, "", "")), Tone.UNIT, Optional.of(new Window(3, 0, 3, 4))))
                .hasMessage("window: 3×4 pixels from (3, 0) do not lie inside an image of 5×4");
        assertThatThrownBy(() -> new Window(0, -1, 3, 4))
                .hasMessage("window: 3×4 pixels from (0, -1); it needs a pixel, and to begin at 0 or later");
    }

    /** How many pixels of the picture are not those of the image with its levels enlarged. */
    private static int differing(Picture picture, int top, int left, NdArray image, int factor) {
        int differing = 0;
        for (int row = 0; row < image.shape().extent(0) * factor; row++) {
            for (int column = 0; column < image.shape().extent(1) * factor; column++) {
                int expected = gray(image, row / factor, column / factor);
                differing += picture.rgb(top + row, left + column) == expected ? 0 : 1;
            }
        }
        return differing;
    }

    private static int gray(NdArray image, int row, int column) {
        return (int) Math.rint(image.at(row, column) * 255) * 0x010101;
    }

    private static NdArray levels(int rows, int columns, long seed) {
        return NdArray.of(
                new Random(seed)
                        .ints((long) rows * columns, 0, 256)
                        .mapToDouble(level -> level / 255.0)
                        .toArray(),
                rows,
                columns);
    }
}
