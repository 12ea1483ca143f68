package org.acutance.deblur.denoise;

import java.util.Arrays;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * The power of stationary noise at each frequency: {@code E |N(f)|^2 / size}, so that white noise has its variance
 * everywhere.
 *
 * @param shape shape of the images, (rows, columns) or (planes, rows, columns)
 * @param density power in the half-complex layout of {@link org.acutance.math.fft.Spectrum}, the last extent halved, plus 1
 */
public record NoisePower(Shape shape, NdArray density) {
    /**
     * A power.
     *
     * @throws IllegalArgumentException if there is no axis or element, the layout is another one, or a power is negative
     *     or not finite
     */
    public NoisePower {
        if (shape.rank() == 0 || shape.size() == 0) {
            throw new IllegalArgumentException(
                    "noise power: shape " + shape + " is not that of an image; give at least one axis and element");
        }
        density.shape().require("noise power", half(shape));
        if (!density.isFinite() || density.min() < 0) {
            throw new IllegalArgumentException(
                    "noise power: a value is negative or not finite; give expected squared magnitudes");
        }
    }

    private static Shape half(Shape shape) {
        return shape.with(-1, shape.extent(-1) / 2 + 1);
    }

    /**
     * White noise.
     *
     * @param sigma standard deviation
     * @throws IllegalArgumentException if it is negative or not finite, or the shape is not that of an image
     */
    public static NoisePower white(Shape shape, double sigma) {
        if (!(sigma >= 0 && Double.isFinite(sigma))) {
            throw new IllegalArgumentException("noise: sigma " + sigma + " is not a number of at least 0");
        }
        return new NoisePower(shape, NdArray.full(half(shape), Precision.FLOAT64, sigma * sigma));
    }

    /** Whether every frequency has the same power. */
    public boolean isWhite() {
        return density.min() == density.max();
    }

    /** The variance of a pixel: the mean power over all frequencies. */
    public double variance() {
        double[] sums = new double[shape.rows()];
        accumulate((row, column, share) -> sums[row] += share);
        return Arrays.stream(sums).sum();
    }

    /** Takes the power of one frequency as a share of a pixel's variance. */
    @FunctionalInterface
    interface Share {
        /** Called once for each kept frequency, whose conjugate's share is included; rows count through all planes. */
        void at(int row, int column, double share);
    }

    /** Goes through the kept frequencies in row-major order. */
    void accumulate(Share share) {
        int width = shape.rowLength();
        int kept = width / 2 + 1;
        double[] powers = density.toDoubles();
        for (int position = 0; position < powers.length; position++) {
            int column = position % kept;
            int times = column == 0 || 2 * column == width ? 1 : 2;
            share.at(position / kept, column, times * powers[position] / shape.size());
        }
    }
}
