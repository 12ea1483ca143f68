package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * A kernel for pixels of another size. Values are interpolated by Keys' cubic convolution (1981), stretched to the larger
 * of the two sizes where pixels grow so that nothing is aliased; each value is shared out completely, so that the light
 * stays the same and, but for the ends, centroid and variance too.
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
        double[][] shares = new double[from.extent(axis)][];
        Arrays.setAll(shares, i -> shares(i - half, to.extent(axis), ratio));
        return apply(values, axis, shares, to);
    }

    /** What each new pixel gets of an old one. */
    private static double[] shares(int from, int count, double ratio) {
        double[] shares = new double[count];
        double width = Math.max(1, ratio);
        Arrays.setAll(shares, j -> keys(((j - count / 2) * ratio - from) / width));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, j -> shares[j] / sum);
        return shares;
    }

    /** Keys' kernel, 0 from 2 on. */
    static double keys(double t) {
        double x = Math.abs(t);
        return x < 1 ? (1.5 * x - 2.5) * x * x + 1 : x < 2 ? ((-0.5 * x + 2.5) * x - 4) * x + 2 : 0;
    }

    private static NdArray apply(NdArray values, int axis, double[][] shares, Shape to) {
        double[] in = values.toDoubles();
        double[] out = new double[to.size()];
        int stride = values.shape().strides()[axis];
        int extent = values.shape().extent(axis);
        int count = to.extent(axis);
        for (int i = 0; i < in.length; i++) {
            int outer = i / (stride * extent);
            double[] share = shares[i / stride % extent];
            for (int j = 0; j < count; j++) {
                out[(outer * count + j) * stride + i % stride] += in[i] * share[j];
            }
        }
        return NdArray.of(out, to);
    }
}
