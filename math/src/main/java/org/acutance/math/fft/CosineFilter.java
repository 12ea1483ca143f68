package org.acutance.math.fft;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/**
 * Multiplies the coefficients of the cosine transform of type 2 along all axes, which is a convolution with a kernel that is
 * symmetric along each axis, the array being reflected at its borders. The transforms are Fourier transforms of the
 * same extents (Makhoul 1980): of each axis first the elements at even places, then those at odd ones from the end. Immutable and
 * safe for use by several threads.
 */
public final class CosineFilter {
    private final Fft fft;
    private final HalfTurns turns;
    private final double[] eigenvalues;
    /** Where each element of the shuffled array comes from. */
    private final int[] sources;

    private CosineFilter(Fft fft, double[] eigenvalues) {
        this.fft = fft;
        this.turns = new HalfTurns(fft.shape());
        this.eigenvalues = eigenvalues;
        this.sources = sources(fft.shape());
    }

    /**
     * A filter.
     *
     * @param eigenvalues what the coefficients are multiplied by, in the shape of the arrays: that of frequency 0 first along
     *     each axis
     * @param precision of the arrays
     * @throws IllegalArgumentException if there is no axis
     */
    public static CosineFilter of(NdArray eigenvalues, Precision precision) {
        if (eigenvalues.rank() == 0) {
            throw new IllegalArgumentException(
                    "cosine filter: eigenvalues of a scalar came; give them at least one axis");
        }
        return new CosineFilter(Fft.plan(eigenvalues.shape(), precision), eigenvalues.toDoubles());
    }

    /**
     * The eigenvalues of a reflecting convolution, the kernel made symmetric: what the coefficients of an impulse in the corner
     * are multiplied by (Ng, Chan &amp; Tang 1999, section 3).
     *
     * @param response what an impulse in the middle, at {@code extent / 2} along each axis, becomes
     */
    public static NdArray eigenvalues(NdArray response) {
        Shape shape = response.shape();
        double[] corner = response.toDoubles();
        for (int axis = 0; axis < shape.rank(); axis++) {
            corner = cornered(corner, shape, axis);
        }
        Fft fft = Fft.plan(shape, Precision.FLOAT64);
        Spectrum spectrum = fft.forward(NdArray.of(moved(corner, sources(shape)), shape));
        return NdArray.of(
                new HalfTurns(shape)
                        .eigenvalues(
                                spectrum.real().toDoubles(),
                                spectrum.imaginary().toDoubles()),
                shape,
                response.precision());
    }

    /** What an impulse at the first place along an axis becomes with its mirror image, when one in the middle becomes this. */
    private static double[] cornered(double[] response, Shape shape, int axis) {
        int extent = shape.extent(axis);
        int inner = shape.strides()[axis];
        double[] result = new double[response.length];
        for (int place = 0; place < response.length / inner; place++) {
            int n = place % extent;
            int start = (place - n) * inner;
            for (int source : new int[] {n, -n, n + 1, -n - 1}) {
                int at = extent / 2 + source;
                if (at >= 0 && at < extent) {
                    addHalf(response, start + at * inner, result, place * inner, inner);
                }
            }
        }
        return result;
    }

    private static void addHalf(double[] values, int from, double[] sums, int to, int count) {
        for (int i = 0; i < count; i++) {
            sums[to + i] += values[from + i] / 2;
        }
    }

    /**
     * The filtered array.
     *
     * @throws IllegalArgumentException if shape or precision is not that of the filter
     */
    public NdArray apply(NdArray x) {
        x.shape().require("cosine filter", fft.shape());
        Spectrum spectrum = fft.forward(shuffled(x));
        double[] real = spectrum.real().toDoubles();
        double[] imaginary = spectrum.imaginary().toDoubles();
        turns.multiply(real, imaginary, eigenvalues);
        Shape half = spectrum.real().shape();
        return restored(fft.inverse(new Spectrum(
                fft.shape(), NdArray.of(real, half, fft.precision()), NdArray.of(imaginary, half, fft.precision()))));
    }

    private NdArray shuffled(NdArray x) {
        return NdArray.of(moved(x.toDoubles(), sources), fft.shape(), fft.precision());
    }

    private static double[] moved(double[] values, int... sources) {
        double[] moved = new double[values.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = values[sources[i]];
        }
        return moved;
    }

    private NdArray restored(NdArray y) {
        double[] shuffled = y.toDoubles();
        double[] values = new double[shuffled.length];
        for (int i = 0; i < values.length; i++) {
            values[sources[i]] = shuffled[i];
        }
        return NdArray.of(values, fft.shape(), fft.precision());
    }

    private static int[] sources(Shape shape) {
        int[] sources = {0};
        for (int extent : shape.extents()) {
            int[] finer = new int[sources.length * extent];
            for (int outer = 0; outer < sources.length; outer++) {
                for (int i = 0; i < extent; i++) {
                    int source = 2 * i < extent ? 2 * i : 2 * (extent - i) - 1;
                    finer[outer * extent + i] = sources[outer] * extent + source;
                }
            }
            sources = finer;
        }
        return sources;
    }
}
