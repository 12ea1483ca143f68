package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A kernel for pixels of another size. Values are interpolated by Keys' cubic convolution (1981), stretched to the larger
 * of the two sizes where pixels grow so that nothing is aliased. The light stays the same, and the interpolation keeps
 * centroid and variance.
 */
final class Resampling {
    private Resampling() {}

    /**
     * The kernel on pixels {@code ratio} times as large.
     *
     * @param ratio one per axis, above 0
     */
    static Psf of(Psf psf, double[] ratio) {
        NdArray values = Combination.values(psf);
        boolean light = values.min() >= 0;
        for (int axis = 0; axis < ratio.length; axis++) {
            values = along(values, axis, ratio[axis]);
        }
        Provenance before = psf.provenance();
        Provenance after = before.sampling()
                .map(known -> before.withSampling(new Sampling(times(known.voxel(), ratio), known.nyquist())))
                .orElse(before);
        // The interpolation undershoots beside steep flanks.
        return Psf.normalised(light ? Combination.nonNegative(values) : values, after);
    }

    private static List<Double> times(List<Double> voxel, double[] ratio) {
        return IntStream.range(0, ratio.length)
                .mapToObj(axis -> voxel.get(axis) * ratio[axis])
                .toList();
    }

    private static NdArray along(NdArray values, int axis, double ratio) {
        Shape from = values.shape();
        int half = from.extent(axis) / 2;
        int reach = (int) Math.ceil((half + 0.5) / ratio - 0.5 - 1e-9);
        int[] extents = from.extents();
        extents[axis] = 2 * Math.max(0, reach) + 1;
        Shape to = PerAxis.shape("resampled", extents);
        double[][] weights = new double[to.extent(axis)][];
        Arrays.setAll(weights, j -> weights((j - to.extent(axis) / 2) * ratio + half, from.extent(axis), ratio));
        return apply(values, axis, weights, to);
    }

    /** How much each old pixel counts at a place; all pixels, those beyond the kernel too, would add up to 1. */
    private static double[] weights(double at, int count, double ratio) {
        double width = Math.max(1, ratio);
        double sum = 0;
        for (int i = (int) Math.floor(at - 2 * width); i <= at + 2 * width; i++) {
            sum += keys((at - i) / width);
        }
        double[] weights = new double[count];
        for (int i = 0; i < count; i++) {
            weights[i] = keys((at - i) / width) / sum;
        }
        return weights;
    }

    /** Keys' kernel, 0 from 2 on. */
    static double keys(double t) {
        double x = Math.abs(t);
        return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    private static NdArray apply(NdArray values, int axis, double[][] weights, Shape to) {
        double[] in = values.toDoubles();
        double[] out = new double[to.size()];
        int stride = to.strides()[axis];
        int extent = values.shape().extent(axis);
        int count = to.extent(axis);
        for (int o = 0; o < out.length; o++) {
            int start = o / (stride * count) * extent * stride + o % stride;
            double[] weight = weights[o / stride % count];
            for (int i = 0; i < extent; i++) {
                out[o] += weight[i] * in[start + i * stride];
            }
        }
        return NdArray.of(out, to);
    }
}
