package org.acutance.deblur.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RescaleTest {
    private static final double ONE_THIRD = 1.0 / 3;
    private static final Reference SKIMAGE = Reference.load(RescaleTest.class, "image.txt");

    @ParameterizedTest
    @CsvSource({"third,0.3333333333333333", "half,0.5", "0.7,0.7", "2,2", "1.5,1.5"})
    void equalsScikitImage(String name, double scale) {
        NdArray image = SKIMAGE.get("odd");
        NdArray sampled = Rescale.SAMPLED.by(image, scale);
        assertThat(Reference.distance(sampled, SKIMAGE.get("rescale/" + name + "/False")))
                .isLessThan(1e-15);
        NdArray smoothed = Rescale.SMOOTHED.by(image, scale);
        assertThat(Reference.distance(smoothed, SKIMAGE.get("rescale/" + name + "/True")))
                .isLessThan(1e-15);
    }

    @Test
    void takesOneFactorPerAxisOfAnyRank() {
        NdArray picture = Rescale.SMOOTHED.by(SKIMAGE.get("odd"), 0.5, 1.5);
        assertThat(Reference.distance(picture, SKIMAGE.get("rescale/axes/True")))
                .isLessThan(1e-15);
        NdArray volume = Rescale.SMOOTHED.by(SKIMAGE.get("volume"), 0.5, 2, 0.7);
        assertThat(Reference.distance(volume, SKIMAGE.get("rescale/volume"))).isLessThan(1e-15);
    }

    @ParameterizedTest
    @CsvSource({"ZERO,constant", "REPLICATE,edge", "REFLECT,symmetric"})
    void equalsScikitImageBeyondTheBorder(Boundary boundary, String mode) {
        NdArray image = new Rescale(true, boundary).by(SKIMAGE.get("odd"), 0.4);
        assertThat(Reference.distance(image, SKIMAGE.get("rescale/" + mode))).isLessThan(1e-15);
    }

    @Test
    void makesTheArticlesPictures() throws IOException {
        NdArray gray = Colour.rgb2gray(Shared.rgb("images/astronaut.png"));
        assertThat(Reference.distance(Rescale.SAMPLED.by(gray, ONE_THIRD), Shared.npy("article/astro_org.npy")))
                .isLessThan(1e-14);
        NdArray smoothed = new Rescale(true, Boundary.ZERO).by(gray, ONE_THIRD);
        assertThat(Reference.distance(smoothed, Shared.npy("article/astro_org_aa.npy")))
                .isLessThan(1e-14);
    }

    @Test
    void goesToAnyShapeAndKeepsPrecisionAndConstants() {
        NdArray constant = NdArray.full(Shape.of(1, 5), Precision.FLOAT32, 0.5);
        NdArray large = Rescale.SMOOTHED.to(constant, Shape.of(3, 2));
        assertThat(large).isEqualTo(NdArray.full(Shape.of(3, 2), Precision.FLOAT32, 0.5));
        assertThat(Rescale.SAMPLED.by(constant, 0.01).shape()).isEqualTo(Shape.of(1, 1));
    }

    @Test
    void refusesWhatDoesNotFit() {
        NdArray image = NdArray.zeros(4, 4);
        assertThatThrownBy(() -> Rescale.SAMPLED.by(image, 1, 2, 3))
                .hasMessage("rescale: 3 factors for shape [4×4]; give one, or one per axis");
        assertThatThrownBy(() -> Rescale.SAMPLED.by(image, 0))
                .hasMessage("rescale: factors [0.0] are not all positive numbers");
        assertThatThrownBy(() -> Rescale.SAMPLED.to(image, Shape.of(4)))
                .hasMessage("rescale: shape [4×4] cannot become [4]; give pixels, and as many axes");
    }
}
