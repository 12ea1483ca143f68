package org.acutance.deblur.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.junit.jupiter.api.Test;

class ColourTest {
    private static final Reference SKIMAGE = Reference.load(ColourTest.class, "image.txt");

    @Test
    void greyIsScikitImages() {
        List<NdArray> channels = IntStream.range(0, 3)
                .mapToObj(c -> SKIMAGE.get("rgb").slice(0, c, c + 1).reshape(4, 5))
                .toList();
        assertThat(Reference.distance(Colour.rgb2gray(channels), SKIMAGE.get("gray")))
                .isLessThan(2e-16);
    }

    @Test
    void refusesOtherNumbersOfChannels() {
        NdArray plane = NdArray.zeros(2, 2);
        assertThatThrownBy(() -> Colour.rgb2gray(List.of(plane, plane)))
                .hasMessage("rgb2gray: got 2 channels, expected red, green and blue;"
                        + " leave alpha out, use a single channel as it is");
        assertThatThrownBy(() -> Colour.rgb2gray(plane, plane, NdArray.zeros(2, 1)))
                .hasMessage("rgb2gray: got shape [2×1], expected [2×2]");
    }
}
