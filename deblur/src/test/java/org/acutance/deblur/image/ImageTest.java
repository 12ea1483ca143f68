package org.acutance.deblur.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ImageTest {
    private static Image gray(SampleType type, double... samples) {
        return new Image(List.of(NdArray.vector(samples).to(type.precision())), ColourModel.GRAY, type);
    }

    private static double[] samples(Image image) {
        return image.channels().get(0).toDoubles();
    }

    // skimage.img_as_float of scikit-image 0.25 gives these for the ends of each type, but -1 for the most negative.
    @Test
    void normalisesByTheLargestInteger() {
        assertThat(samples(gray(SampleType.UINT8, 0, 51, 255).normalised(Precision.FLOAT64)))
                .containsExactly(0, 0.2, 1);
        assertThat(samples(gray(SampleType.UINT16, 0, 13107, 65535).normalised(Precision.FLOAT64)))
                .containsExactly(0, 0.2, 1);
        assertThat(samples(gray(SampleType.INT8, -128, -127, 127).normalised(Precision.FLOAT64)))
                .containsExactly(-128 / 127.0, -1, 1);
        assertThat(samples(gray(SampleType.FLOAT32, -3, 0.5, 7).normalised(Precision.FLOAT64)))
                .containsExactly(-3, 0.5, 7);
        assertThat(gray(SampleType.UINT8, 1).normalised(Precision.FLOAT32).sampleType())
                .isEqualTo(SampleType.FLOAT32);
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void theWayToDoublesAndBackIsExact(SampleType type) {
        double[] values = {0, 1, 3, 77, 127, type.isSigned() ? -128 : 0};
        Image image = gray(type, values);
        Quantised back = image.normalised(Precision.FLOAT64).quantise(type);
        assertThat(back).isEqualTo(new Quantised(image, 0));
    }

    @ParameterizedTest
    @EnumSource(
            value = SampleType.class,
            names = {"UINT8", "INT8", "UINT16", "INT16"})
    void everyIntegerOfUpTo16BitsSurvivesFloat32(SampleType type) {
        double[] values = new double[1 << type.bits()];
        Arrays.setAll(values, i -> type.least() + i);
        Image image = gray(type, values);
        assertThat(image.normalised(Precision.FLOAT32).quantise(type).image()).isEqualTo(image);
    }

    // numpy.rint: half to even.
    @Test
    void roundsHalfToEvenAndTellsWhatWasClipped() {
        Image image = Image.gray(NdArray.vector(0.5 / 255, 1.5 / 255, 2.5 / 255, -0.001, -1, 1.001, 2, 1));
        Quantised quantised = image.quantise(SampleType.UINT8);
        assertThat(samples(quantised.image())).containsExactly(0, 2, 2, 0, 0, 255, 255, 255);
        assertThat(quantised.clippedShare()).isEqualTo(2 / 8.0);
    }

    @Test
    void infinityStaysAFloatAndIsClippedToAnInteger() {
        Image image = Image.gray(NdArray.vector(Double.POSITIVE_INFINITY, 1e300, Double.NaN));
        Quantised narrow = image.quantise(SampleType.FLOAT32);
        assertThat(samples(narrow.image())).containsExactly(Double.POSITIVE_INFINITY, Float.MAX_VALUE, Double.NaN);
        assertThat(narrow.clippedShare()).isEqualTo(1 / 3.0);
        assertThatThrownBy(() -> image.quantise(SampleType.INT16))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quantise: the image has NaN samples, which int16 cannot hold; keep a floating-point type");
    }

    @Test
    void alphaIsKeptWhenColoursChange() {
        NdArray alpha = NdArray.vector(7, 8).to(Precision.FLOAT32);
        NdArray dark = NdArray.vector(1, 2).to(Precision.FLOAT32);
        NdArray light = NdArray.vector(3, 4).to(Precision.FLOAT32);
        Image image = new Image(List.of(dark, alpha), ColourModel.GRAY_ALPHA, SampleType.UINT8);
        assertThat(image.colours()).containsExactly(dark);
        assertThat(image.alpha()).contains(alpha);
        assertThat(image.withColours(List.of(light)).channels()).containsExactly(light, alpha);
        assertThatThrownBy(() -> image.withColours(List.of(light, light)))
                .hasMessage("withColours: got 2 channels, expected 1");
    }

    @Test
    void refusesWhatDoesNotFit() {
        NdArray channel = NdArray.vector(0, 1);
        assertThatThrownBy(() -> new Image(List.of(channel, channel), ColourModel.RGB, SampleType.FLOAT64))
                .hasMessage("image: 2 channels do not make RGB; choose another model");
        assertThatThrownBy(() -> Image.of(ColourModel.GRAY, List.of()))
                .hasMessage("image: 0 channels do not make GRAY; choose another model");
        assertThatThrownBy(() -> Image.of(ColourModel.MANY, List.of(channel, NdArray.vector(0))))
                .hasMessage("image: got shape [1], expected [2]");
        assertThatThrownBy(() -> new Image(List.of(channel), ColourModel.GRAY, SampleType.FLOAT32))
                .hasMessage("image: a channel of float32 samples came as FLOAT64; convert it with to(Precision)");
        assertThatThrownBy(() -> gray(SampleType.UINT8, 0.5))
                .hasMessage("image: sample 0.5 is not a value of uint8; convert with quantise");
        assertThatThrownBy(() -> gray(SampleType.INT8, 128))
                .hasMessage("image: sample 128.0 is not a value of int8; convert with quantise");
    }

    @Test
    void channelsAreKeptInTheSmallestExactPrecision() {
        Image image = new Image(List.of(NdArray.zeros(2, 3)), ColourModel.GRAY, SampleType.UINT16);
        assertThat(image.channels().get(0).precision()).isEqualTo(Precision.FLOAT32);
        assertThat(image.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(image).hasToString("[2×3] GRAY uint16");
    }
}
