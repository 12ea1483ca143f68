package org.acutance.deblur.image;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** How near an image is to a reference, by the measures of {@code skimage.metrics}. Computed in double precision. */
public final class Quality {
    private static final int WINDOW = 7;
    private static final double K1 = 0.01;
    private static final double K2 = 0.03;

    private Quality() {}

    /**
     * Mean squared difference.
     *
     * @throws IllegalArgumentException if the shapes differ or there are no elements
     */
    public static double mse(NdArray reference, NdArray image) {
        require("mse", reference, image, 1);
        NdArray difference = image.to(Precision.FLOAT64).minus(reference.to(Precision.FLOAT64));
        return difference.dot(difference) / difference.size();
    }

    /**
     * Peak signal-to-noise ratio in decibels, 10 log10(dataRange^2 / mse); infinite for equal images.
     * {@code skimage.metrics.peak_signal_noise_ratio}.
     *
     * @param dataRange the distance between black and white
     * @throws IllegalArgumentException if the shapes differ, or the range is not a positive number
     */
    public static double psnr(NdArray reference, NdArray image, double dataRange) {
        require("psnr", reference, image, dataRange);
        return 10 * Math.log10(dataRange * dataRange / mse(reference, image));
    }

    /**
     * Mean structural similarity, at most 1, with the defaults of {@code skimage.metrics.structural_similarity}: a
     * uniform window of 7 along every axis, sample covariances, K1 = 0.01, K2 = 0.03, windows that leave the image not
     * counted (Wang, Bovik, Sheikh and Simoncelli 2004, eq. 13).
     *
     * @param dataRange the distance between black and white
     * @return empty if an axis is shorter than the window, where the measure is not defined
     * @throws IllegalArgumentException if the shapes differ, or the range is not a positive number
     */
    public static OptionalDouble ssim(NdArray reference, NdArray image, double dataRange) {
        require("ssim", reference, image, dataRange);
        if (Arrays.stream(reference.shape().extents()).min().orElse(0) < WINDOW) {
            return OptionalDouble.empty();
        }
        NdArray x = reference.to(Precision.FLOAT64);
        NdArray y = image.to(Precision.FLOAT64);
        NdArray similarity = similarity(
                windowMeans(x),
                windowMeans(y),
                windowMeans(x.times(x)),
                windowMeans(y.times(y)),
                windowMeans(x.times(y)),
                dataRange);
        return OptionalDouble.of(similarity.sum() / similarity.size());
    }

    private static NdArray similarity(NdArray x, NdArray y, NdArray xx, NdArray yy, NdArray xy, double dataRange) {
        double samples = Math.pow(WINDOW, x.rank());
        double unbiased = samples / (samples - 1);
        double c1 = K1 * dataRange * K1 * dataRange;
        double c2 = K2 * dataRange * K2 * dataRange;
        return NdArray.elementwise(
                "ssim",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        double ux = in[0][i];
                        double uy = in[1][i];
                        double vx = unbiased * (in[2][i] - ux * ux);
                        double vy = unbiased * (in[3][i] - uy * uy);
                        double vxy = unbiased * (in[4][i] - ux * uy);
                        double luminance = (2 * ux * uy + c1) / (ux * ux + uy * uy + c1);
                        out[i] = luminance * (2 * vxy + c2) / (vx + vy + c2);
                    }
                },
                x,
                y,
                xx,
                yy,
                xy);
    }

    private static NdArray windowMeans(NdArray array) {
        double[] window = new double[WINDOW];
        Arrays.fill(window, 1.0 / WINDOW);
        NdArray means = array;
        for (int axis = 0; axis < array.rank(); axis++) {
            IndexMap whole = IndexMap.identity(array.shape().extent(axis));
            means = Stencil.sliding(whole, window).apply(means, axis);
        }
        return means;
    }

    private static void require(String operation, NdArray reference, NdArray image, double dataRange) {
        image.shape().require(operation, reference.shape());
        Shape shape = reference.shape();
        if (shape.size() == 0) {
            throw new IllegalArgumentException(operation + ": shape " + shape + " has no elements to compare");
        }
        if (!(dataRange > 0 && Double.isFinite(dataRange))) {
            throw new IllegalArgumentException(operation + ": data range " + dataRange
                    + " is not a positive number; give the distance between black and white");
        }
    }
}
