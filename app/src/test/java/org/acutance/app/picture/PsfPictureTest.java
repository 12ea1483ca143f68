package org.acutance.app.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;

final class PsfPictureTest {
    /** Binomial weights of order n have the variance n/4. */
    private static final NdArray BINOMIAL = NdArray.of(
                    new double[] {1, 4, 6, 4, 1, 2, 8, 12, 8, 2, 1, 4, 6, 4, 1}, 3, 5)
            .times(1.0 / 64);

    @Test
    void measuresTheKernel() {
        KernelFigures figures = KernelFigures.of(BINOMIAL);
        assertThat(figures.sum()).isEqualTo(1);
        assertThat(figures.peak()).isEqualTo(12.0 / 64);
        assertThat(List.of(figures.peakRow(), figures.peakColumn())).containsExactly(1, 2);
        assertThat(figures.rowDeviation()).isCloseTo(Math.sqrt(0.5), within(1e-15));
        assertThat(figures.columnDeviation()).isCloseTo(1, within(1e-15));
    }

    @Test
    void widthsAreLeftOutWhereTheyMeanNothing() {
        assertThat(KernelFigures.of(NdArray.of(new double[] {1, -0.1}, 1, 2)).rowDeviation())
                .isNaN();
        assertThat(KernelFigures.of(NdArray.zeros(2, 2)).columnDeviation()).isNaN();
        KernelFigures figures = KernelFigures.of(NdArray.of(new double[] {Double.NaN, 3}, 1, 2));
        assertThat(figures.notFinite()).isEqualTo(1);
        assertThat(figures.peak()).isEqualTo(3);
        assertThat(figures.peakColumn()).isEqualTo(1);
    }

    @Test
    void theHeatMapShowsEachWeightInItsColour() {
        Picture picture = new PsfPicture("binomial", BINOMIAL).draw();
        assertThat(IntStream.range(0, BINOMIAL.size())
                        .map(i -> Colormap.colour(BINOMIAL.get(i) / BINOMIAL.max()))
                        .distinct())
                .allMatch(colour -> count(picture, colour) >= 48 * 48);
    }

    @Test
    void oddKernelsAreDrawn() {
        for (Shape shape : List.of(Shape.of(1, 1), Shape.of(1, 40), Shape.of(40, 1), Shape.of(2, 1700))) {
            for (double value : new double[] {0, 1, -2, 1e-300, 1e300, Double.NaN, Double.POSITIVE_INFINITY}) {
                NdArray kernel = NdArray.full(shape, Precision.FLOAT64, value);
                assertThat(new PsfPicture("", kernel).draw().height()).isPositive();
            }
        }
    }

    @Test
    void refusesVolumes() {
        assertThatThrownBy(() -> new PsfPicture("", NdArray.zeros(3, 3, 3)))
                .hasMessage("PSF picture: shape [3×3×3] is not that of an image; give [rows×columns], a slice of a"
                        + " volume for instance");
    }

    private static long count(Picture picture, int colour) {
        return IntStream.range(0, picture.width() * picture.height())
                .filter(i -> picture.rgb(i / picture.width(), i % picture.width()) == colour)
                .count();
    }
}
