package org.acutance.math.optimize;

import java.util.stream.DoubleStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;

/**
 * The weighted sum of the Euclidean norms of the groups along the first axis: of a stack of derivatives, the isotropic
 * total variation. Its proximal map shortens every group by the same length (Parikh &amp; Boyd 2014, section 6.5.4).
 *
 * @param weight factor of the sum, at least 0
 */
public record GroupNorm(double weight) implements Proximal {
    private static final int BLOCK = 1024;
    private static final int WORTH_SHARING = 1 << 15;

    /**
     * A norm.
     *
     * @throws IllegalArgumentException if the weight is negative or not finite
     */
    public GroupNorm {
        L1Norm.requireWeight("group norm", weight);
    }

    /**
     * The value.
     *
     * @throws IllegalArgumentException if {@code x} is a scalar
     */
    @Override
    public double value(NdArray x) {
        int groups = groups(x);
        double[] sums = new double[(groups + BLOCK - 1) / BLOCK];
        forEachBlock(
                x,
                groups,
                (from, count, parts, lengths) -> sums[from / BLOCK] =
                        DoubleStream.of(lengths).limit(count).sum());
        return weight * DoubleStream.of(sums).sum();
    }

    /**
     * The proximal map.
     *
     * @throws IllegalArgumentException if {@code x} is a scalar
     */
    @Override
    public NdArray prox(NdArray x, double step) {
        int groups = groups(x);
        NdArray.Builder result = NdArray.builder(x.shape(), x.precision());
        forEachBlock(x, groups, (from, count, parts, lengths) -> {
            for (int member = 0; member < parts.length; member++) {
                shorten(parts[member], lengths, weight * step, count);
                result.write(member * groups + from, parts[member], 0, count);
            }
        });
        return result.build();
    }

    private static void shorten(double[] part, double[] lengths, double by, int count) {
        for (int i = 0; i < count; i++) {
            part[i] *= lengths[i] <= by ? 0 : 1 - by / lengths[i];
        }
    }

    private static int groups(NdArray x) {
        if (x.rank() == 0) {
            throw new IllegalArgumentException("group norm: shape [] has no axis to form groups along; give one");
        }
        return x.size() == 0 ? 0 : x.size() / x.shape().extent(0);
    }

    /** What is done with some groups: their members one after the other, and their lengths. */
    private interface Work {
        void run(int from, int count, double[][] parts, double[] lengths);
    }

    private static void forEachBlock(NdArray x, int groups, Work work) {
        Blocks.forEach(groups, BLOCK, x.size() >= WORTH_SHARING, (from, to) -> {
            int count = to - from;
            double[][] parts = new double[x.shape().extent(0)][count];
            double[] lengths = new double[count];
            for (int member = 0; member < parts.length; member++) {
                x.read(member * groups + from, parts[member], 0, count);
                addSquares(parts[member], lengths);
            }
            for (int i = 0; i < count; i++) {
                lengths[i] = Math.sqrt(lengths[i]);
            }
            work.run(from, count, parts, lengths);
        });
    }

    private static void addSquares(double[] part, double[] sums) {
        for (int i = 0; i < part.length; i++) {
            sums[i] += part[i] * part[i];
        }
    }
}
