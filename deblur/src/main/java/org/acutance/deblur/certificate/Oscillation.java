package org.acutance.deblur.certificate;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.noise.BoxMean;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;

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

    private Oscillation() {}

    /**
     * Total variation of the estimate over that of the estimate blurred again, in flat parts; 0 if it is less than the
     * noise, empty if hardly anything is flat.
     *
     * @param noise standard deviation of the noise, in units of the samples
     */
    static OptionalDouble of(Problem problem, NdArray estimate, double noise) {
        NdArray seen = variation(problem.formation().predict(estimate));
        NdArray found = variation(problem.formation().crop(estimate))
                .times(problem.formation().gain());
        NdArray flat = flat(seen, reach(problem.observation().psf().kernel()));
        double count = flat.sum();
        if (count <= LEAST_FLAT * seen.size()) {
            return OptionalDouble.empty();
        }
        double swings = found.dot(flat);
        return OptionalDouble.of(swings <= noise * count ? 0 : swings / seen.dot(flat));
    }

    /** Sum over the axes of the absolute differences to the next sample. */
    private static NdArray variation(NdArray values) {
        NdArray sum = values.times(0);
        for (int axis = 0; axis < values.rank(); axis++) {
            int extent = values.shape().extent(axis);
            int[] after = new int[values.rank()];
            after[axis] = 1;
            NdArray difference = distance(values.slice(axis, 1, extent), values.slice(axis, 0, extent - 1));
            sum = sum.plus(difference.pad(new int[values.rank()], after, Boundary.ZERO));
        }
        return sum;
    }

    private static NdArray distance(NdArray a, NdArray b) {
        return NdArray.elementwise(
                "distance",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.abs(in[0][i] - in[1][i]);
                    }
                },
                a,
                b);
    }

    private static NdArray flat(NdArray slopes, int reach) {
        double[] sorted = slopes.toDoubles();
        Arrays.sort(sorted);
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
