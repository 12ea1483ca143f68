package org.acutance.deblur.image;

import java.util.List;
import org.acutance.math.array.NdArray;

/** Conversions between colours and grey. */
public final class Colour {
    private static final double RED = 0.2125;
    private static final double GREEN = 0.7154;
    private static final double BLUE = 0.0721;

    private Colour() {}

    /**
     * Luminance by the weights of {@code skimage.color.rgb2gray}: 0.2125 R + 0.7154 G + 0.0721 B, of the stored values
     * (ITU-R BT.709 primaries, the transfer curve is not undone). The range of the values is kept.
     *
     * @throws IllegalArgumentException if shapes or precisions differ
     */
    public static NdArray rgb2gray(NdArray red, NdArray green, NdArray blue) {
        green.shape().require("rgb2gray", red.shape());
        blue.shape().require("rgb2gray", red.shape());
        return NdArray.elementwise(
                "rgb2gray",
                (in, out, count) -> {
                    double[] r = in[0];
                    double[] g = in[1];
                    double[] b = in[2];
                    for (int i = 0; i < count; i++) {
                        out[i] = RED * r[i] + GREEN * g[i] + BLUE * b[i];
                    }
                },
                red,
                green,
                blue);
    }

    /**
     * As {@link #rgb2gray(NdArray, NdArray, NdArray)}.
     *
     * @param channels red, green and blue
     * @throws IllegalArgumentException if there are not three channels
     */
    public static NdArray rgb2gray(List<NdArray> channels) {
        if (channels.size() != 3) {
            throw new IllegalArgumentException("rgb2gray: got " + channels.size()
                    + " channels, expected red, green and blue; leave alpha out, use a single channel as it is");
        }
        return rgb2gray(channels.get(0), channels.get(1), channels.get(2));
    }
}
