package org.acutance.deblur.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianFilterTest {
    private static final Reference SCIPY = Reference.load(GaussianFilterTest.class, "image.txt");

    @ParameterizedTest
    @CsvSource({"ZERO,constant", "PERIODIC,grid-wrap", "REFLECT,reflect", "MIRROR,mirror", "REPLICATE,nearest"})
    void equalsScipy(Boundary boundary, String mode) {
        GaussianFilter filter = new GaussianFilter(boundary);
        NdArray picture = filter.apply(SCIPY.get("odd"), 0.8, 2.5);
        assertThat(Reference.distance(picture, SCIPY.get("gaussian/" + mode))).isLessThan(1e-15);
        NdArray volume = filter.apply(SCIPY.get("volume"), 3, 0, 1.2);
        assertThat(Reference.distance(volume, SCIPY.get("gaussian/volume/" + mode)))
                .isLessThan(1e-15);
    }

    @Test
    void equalsScipyOnALine() {
        NdArray line = SCIPY.get("odd").slice(0, 0, 1).reshape(14);
        NdArray smooth = new GaussianFilter(Boundary.REFLECT).apply(line, 1);
        assertThat(Reference.distance(smooth, SCIPY.get("gaussian/line"))).isLessThan(3e-16);
    }

    @Test
    void keepsPrecisionAndConstants() {
        NdArray constant = NdArray.full(SCIPY.get("odd").shape(), Precision.FLOAT32, 0.25);
        NdArray smooth = new GaussianFilter(Boundary.REFLECT).apply(constant, 2);
        assertThat(smooth.precision()).isEqualTo(Precision.FLOAT32);
        assertThat(Reference.distance(smooth, constant)).isLessThan(1e-7);
    }

    @Test
    void leavesEmptyArraysAndScalarsAlone() {
        GaussianFilter filter = new GaussianFilter(Boundary.REFLECT);
        assertThat(filter.apply(NdArray.zeros(0, 3), 1)).isEqualTo(NdArray.zeros(0, 3));
        assertThat(filter.apply(NdArray.scalar(2), 1)).isEqualTo(NdArray.scalar(2));
    }

    @Test
    void refusesWhatDoesNotFit() {
        GaussianFilter filter = new GaussianFilter(Boundary.REFLECT);
        assertThatThrownBy(() -> filter.apply(NdArray.zeros(3, 4), 1, 2, 3))
                .hasMessage("gaussian filter: 3 standard deviations for shape [3×4]; give one, or one per axis");
        assertThatThrownBy(() -> filter.apply(NdArray.zeros(3, 4), -1))
                .hasMessage("gaussian filter: standard deviations [-1.0] are not all numbers from 0 to 1000000");
    }
}
