package org.acutance.math.optimize;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.acutance.math.array.Blocks;
import org.acutance.math.array.NdArray;

/**
 * The weighted sum of the Euclidean norms of the groups along the first axis: of a stack of derivatives, the isotropic
 * total variation. Its proximal map shortens every group by the same length (Parikh &amp; Boyd 2014, section 6.5.4).
 *
 * <p>With a finite scale s each norm n counts as {@code s log(1 + n / s)} instead: small groups are shortened as before,
 * those far above the scale hardly at all (Cand&egrave;s, Wakin &amp; Boyd 2008, section 2.2). That is not convex; the
 * proximal map gives the lower of its two minima.
 *
 * @param weight factor of the sum, at least 0
 * @param scale length from which on groups count less than in proportion; positive, infinite for the norm itself
 */
public record GroupNorm(double weight, double scale) implements Proximal {
    private static final int BLOCK = 1024;
    private static final int WORTH_SHARING = 1 << 15;

    /**
     * A norm.
     *
     * @throws IllegalArgumentException if the weight is negative or not finite
     */
    public GroupNorm {
        L1Norm.requireWeight("group norm", weight);
        if (!(scale > 0)) {
            throw new IllegalArgumentException("group norm: scale " + scale + " is not positive; give one above 0");
        }
    }

    /** The sum of the norms themselves. */
    public GroupNorm(double weight) {
        this(weight, Double.POSITIVE_INFINITY);
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
                (from, parts) -> sums[from / BLOCK] =
                        DoubleStream.of(lengths(parts)).map(this::cost).sum());
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
        forEachBlock(x, groups, (from, parts) -> {
            shorten(parts, step);
            for (int member = 0; member < parts.length; member++) {
                result.write(member * groups + from, parts[member], 0, parts[member].length);
            }
        });
        return result.build();
    }

    @Override
    public Optional<Groupwise> groupwise() {
        return Optional.of(new Groupwise(true, this::shorten));
    }

    private void shorten(double[][] members, double step) {
        double[] factors = lengths(members);
        for (int i = 0; i < factors.length; i++) {
            factors[i] = factors[i] > 0 ? shortened(factors[i], weight * step) / factors[i] : 0;
        }
        for (double[] member : members) {
            for (int i = 0; i < factors.length; i++) {
                member[i] *= factors[i];
            }
        }
    }

    private static double[] lengths(double[][] members) {
        double[] lengths = new double[members[0].length];
        for (double[] member : members) {
            addSquares(member, lengths);
        }
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = Math.sqrt(lengths[i]);
        }
        return lengths;
    }

    private double cost(double length) {
        return Double.isInfinite(scale) ? length : scale * Math.log1p(length / scale);
    }

    /** The z with the smallest {@code step cost(z) + (z - length)^2 / 2}: 0, or the larger root of a square equation. */
    private double shortened(double length, double step) {
        if (Double.isInfinite(scale)) {
            return Math.max(length - step, 0);
        }
        double discriminant = (length + scale) * (length + scale) - 4 * step * scale;
        if (discriminant < 0) {
            return 0;
        }
        double root = (length - scale + Math.sqrt(discriminant)) / 2;
        double gap = length - root;
        return root > 0 && step * cost(root) + gap * gap / 2 < length * length / 2 ? root : 0;
    }

    private static int groups(NdArray x) {
        if (x.rank() == 0) {
            throw new IllegalArgumentException("group norm: shape [] has no axis to form groups along; give one");
        }
        return x.size() == 0 ? 0 : x.size() / x.shape().extent(0);
    }

    /** What is done with some groups: the first one's number, and their members one after the other. */
    private interface Work {
        void run(int from, double[][] parts);
    }

    private static void forEachBlock(NdArray x, int groups, Work work) {
        Blocks.forEach(groups, BLOCK, x.size() >= WORTH_SHARING, (from, to) -> {
            double[][] parts = new double[x.shape().extent(0)][to - from];
            for (int member = 0; member < parts.length; member++) {
                x.read(member * groups + from, parts[member], 0, to - from);
            }
            work.run(from, parts);
        });
    }

    private static void addSquares(double[] part, double[] sums) {
        for (int i = 0; i < part.length; i++) {
            sums[i] += part[i] * part[i];
        }
    }
}
