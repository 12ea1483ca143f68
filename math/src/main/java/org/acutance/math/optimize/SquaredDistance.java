package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * Half the weighted squared distance to given values, {@code sum(weights * (x - target)^2) / 2}.
 *
 * @param target of the shape and precision of x
 * @param weights of rank 0 for the same everywhere or else of the target's shape and precision; at least 0
 */
public record SquaredDistance(NdArray target, NdArray weights) implements Proximal {
    /**
     * A distance.
     *
     * @throws IllegalArgumentException if a weight is negative or not finite, or the weights do not go with the target
     */
    public SquaredDistance {
        if (weights.rank() > 0) {
            weights.requireLike("squared distance: weights", target);
        }
        if (weights.size() > 0 && !(weights.min() >= 0 && weights.isFinite())) {
            throw new IllegalArgumentException("squared distance: weights from " + weights.min() + " to "
                    + weights.max() + " cannot be used; give finite ones of at least 0");
        }
    }

    /** The unweighted distance. */
    public static SquaredDistance to(NdArray target) {
        return new SquaredDistance(target, NdArray.scalar(1));
    }

    @Override
    public double value(NdArray x) {
        NdArray difference = x.minus(target);
        return difference.dot(weights.times(difference)) / 2;
    }

    @Override
    public NdArray prox(NdArray x, double step) {
        return NdArray.elementwise(
                "squared distance",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        double share = step * in[2][i];
                        out[i] = (in[0][i] + share * in[1][i]) / (1 + share);
                    }
                },
                x,
                target,
                weights);
    }
}
