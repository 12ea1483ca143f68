package org.acutance.deblur.image;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Changes the number of pixels by linear interpolation, as {@code skimage.transform.rescale} and {@code resize} of
 * order 1. Pixels are areas, so their centres are at half-integer positions ({@code grid_mode} of
 * {@code scipy.ndimage.zoom}), and the result stays within the range of the input's values.
 *
 * @param antiAliasing whether axes that shrink by a factor f are first smoothed by a Gaussian of standard deviation
 *     (f - 1) / 2 pixels; without it, detail finer than the new pixels turns into false patterns
 * @param boundary what the array is taken to be beyond its border; scikit-image's default {@code reflect} is
 *     {@link Boundary#MIRROR}, its {@code constant} is {@link Boundary#ZERO}
 */
public record Rescale(boolean antiAliasing, Boundary boundary) {
    /** {@code rescale(image, scale, anti_aliasing=False)}. */
    public static final Rescale SAMPLED = new Rescale(false, Boundary.MIRROR);

    /** {@code rescale(image, scale, anti_aliasing=True)}. */
    public static final Rescale SMOOTHED = new Rescale(true, Boundary.MIRROR);

    /**
     * The image with {@code scale} times as many pixels along every axis, rounded half to even and at least one.
     *
     * @param image any rank of at least one
     * @param scale one factor for all axes, or one per axis, slowest first
     * @throws IllegalArgumentException if the number of factors does not fit, or one is not a positive number
     */
    public NdArray by(NdArray image, double... scale) {
        if (scale.length != 1 && scale.length != image.rank()) {
            throw new IllegalArgumentException(
                    "rescale: " + scale.length + " factors for shape " + image.shape() + "; give one, or one per axis");
        }
        if (Arrays.stream(scale).anyMatch(factor -> !(factor > 0 && Double.isFinite(factor)))) {
            throw new IllegalArgumentException(
                    "rescale: factors " + Arrays.toString(scale) + " are not all positive numbers");
        }
        return to(
                image,
                Shape.of(IntStream.range(0, image.rank())
                        .map(axis -> extent(image.shape().extent(axis), scale[scale.length == 1 ? 0 : axis]))
                        .toArray()));
    }

    private static int extent(int extent, double scale) {
        return (int) Math.max(1, Math.rint(scale * extent));
    }

    /**
     * The image with the given numbers of pixels.
     *
     * @throws IllegalArgumentException if the rank differs or the image has no pixels
     */
    public NdArray to(NdArray image, Shape target) {
        if (image.rank() != target.rank() || image.size() == 0) {
            throw new IllegalArgumentException(
                    "rescale: shape " + image.shape() + " cannot become " + target + "; give pixels, and as many axes");
        }
        double[] factors = IntStream.range(0, image.rank())
                .mapToDouble(axis -> (double) image.shape().extent(axis) / target.extent(axis))
                .toArray();
        NdArray result = antiAliasing ? smooth(image, factors) : image;
        for (int axis = 0; axis < image.rank(); axis++) {
            result = along(result, axis, factors[axis], target.extent(axis));
        }
        return clip(result, image.min(), image.max());
    }

    private NdArray smooth(NdArray image, double[] factors) {
        return new GaussianFilter(boundary)
                .apply(
                        image,
                        Arrays.stream(factors)
                                .map(factor -> Math.max(0, (factor - 1) / 2))
                                .toArray());
    }

    private NdArray along(NdArray image, int axis, double factor, int extent) {
        double[] positions = IntStream.range(0, extent)
                .mapToDouble(i -> (i + 0.5) * factor - 0.5)
                .toArray();
        IndexMap padded = IndexMap.pad(image.shape().extent(axis), 1, 1, boundary);
        return Stencil.between(padded, positions).apply(image, axis);
    }

    private static NdArray clip(NdArray image, double least, double most) {
        return NdArray.elementwise(
                "clip",
                (in, out, count) -> {
                    double[] x = in[0];
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.min(Math.max(x[i], least), most);
                    }
                },
                image);
    }
}
