package org.acutance.deblur.certificate;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.noise.BoxMean;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Ringing and amplified noise: how much an estimate varies in flat parts, against what can be seen of that through the
 * blur. The blur wipes out what swings faster than it is wide, so the observation does not call for such swings; at
 * sharp edges they belong to the edge, and edges are left out.
 */
final class Oscillation {
    /** Share of the pixels, those with the largest slopes of the blurred estimate, that are strong edges. */
    private static final double EDGES = 0.03;
    /** How far an edge reaches, in standard deviations of the point spread function. */
    private static final double REACH = 6;
    /** A smaller share of flat pixels tells nothing. */
    private static final double LEAST_FLAT = 1.0 / 32;

    /** Slopes of so many pixels, or somewhat more, say where the largest begin. */
    private static final int LOOKED_AT = 1 << 18;

    /** Samples of a volume from which on only a part of it is looked at. */
    private static final int LARGE = 1 << 20;

    private Oscillation() {}

    /**
     * Total variation of the estimate over that of the estimate blurred again, in flat parts; 0 if it is less than the
     * noise, empty if hardly anything is flat.
     *
     * @param noise standard deviation of the noise, in units of the samples
     */
    static OptionalDouble of(Problem problem, NdArray estimate, double noise) {
        NdArray seen = variation(part(problem.formation().predict(estimate)));
        NdArray flat = flat(seen, reach(problem.observation().psf().kernel()));
        double count = flat.sum();
        if (count <= LEAST_FLAT * seen.size()) {
            return OptionalDouble.empty();
        }
        double swings = problem.formation().gain()
                * variation(part(problem.formation().crop(estimate))).dot(flat);
        return OptionalDouble.of(swings <= noise * count ? 0 : swings / seen.dot(flat));
    }

    /** Of large volumes the middle, half of it along each axis, tells as much. */
    private static NdArray part(NdArray values) {
        NdArray part = values;
        for (int axis = 0; values.rank() > 2 && values.size() >= LARGE && axis < values.rank(); axis++) {
            int extent = values.shape().extent(axis);
            part = part.slice(axis, extent / 4, extent / 4 + (extent + 1) / 2);
        }
        return part;
    }

    /** Sum over the axes of the absolute differences to the next sample. */
    private static NdArray variation(NdArray values) {
        Shape shape = values.shape();
        int length = shape.rowLength();
        double[] here = new double[length];
        double[] next = new double[length];
        double[] sum = new double[length];
        NdArray.Builder result = NdArray.builder(shape, values.precision());
        for (int at = 0; at < values.size(); at += length) {
            values.read(at, here, 0, length);
            Arrays.fill(sum, 0);
            for (int axis = 0; axis < values.rank() - 1; axis++) {
                int stride = shape.strides()[axis];
                if (at / stride % shape.extent(axis) + 1 < shape.extent(axis)) {
                    values.read(at + stride, next, 0, length);
                    addDistances(sum, here, next, length);
                }
            }
            System.arraycopy(here, 1, next, 0, length - 1);
            addDistances(sum, here, next, length - 1);
            result.write(at, sum, 0, length);
        }
        return result.build();
    }

    private static void addDistances(double[] sum, double[] a, double[] b, int count) {
        for (int i = 0; i < count; i++) {
            sum[i] += Math.abs(b[i] - a[i]);
        }
    }

    private static NdArray flat(NdArray slopes, int reach) {
        int stride = Math.max(1, slopes.size() / LOOKED_AT);
        double[] sorted = IntStream.range(0, (slopes.size() + stride - 1) / stride)
                .mapToDouble(i -> slopes.get(i * stride))
                .sorted()
                .toArray();
        double least = sorted[(int) ((1 - EDGES) * (sorted.length - 1))];
        NdArray edges = marked(slopes, slope -> slope > least);
        return marked(new BoxMean(reach).of(edges), share -> share < 0.5 / edges.size());
    }

    private static NdArray marked(NdArray values, DoublePredicate condition) {
        return NdArray.elementwise(
                "mark",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = condition.test(in[0][i]) ? 1 : 0;
                    }
                },
                values);
    }

    /** In pixels, at least one. */
    private static int reach(NdArray kernel) {
        int[] strides = kernel.shape().strides();
        double variance = 0;
        for (int i = 0; i < kernel.size(); i++) {
            for (int axis = 0; axis < strides.length; axis++) {
                int extent = kernel.shape().extent(axis);
                double distance = i / strides[axis] % extent - extent / 2;
                variance += Math.abs(kernel.get(i)) * distance * distance / strides.length;
            }
        }
        return (int) Math.max(1, Math.ceil(REACH * Math.sqrt(variance)));
    }
}
