package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The weighted sum of absolute values. Its proximal map is soft thresholding (Parikh &amp; Boyd 2014, section 6.5.2).
 *
 * @param weight factor of the sum, at least 0
 */
public record L1Norm(double weight) implements Proximal {
    /**
     * A norm.
     *
     * @throws IllegalArgumentException if the weight is negative or not finite
     */
    public L1Norm {
        requireWeight("l1 norm", weight);
    }

    static void requireWeight(String name, double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    name + ": weight " + weight + " cannot be used; give a finite one of at least 0");
        }
    }

    @Override
    public double value(NdArray x) {
        return weight * Norm.ONE.of(x);
    }

    @Override
    public NdArray prox(NdArray x, double step) {
        return NdArray.elementwise("l1 norm", (in, out, count) -> shorten(in[0], out, count, weight * step), x);
    }

    @Override
    public Optional<Groupwise> groupwise() {
        return Optional.of(new Groupwise(
                false, (members, step) -> shorten(members[0], members[0], members[0].length, weight * step)));
    }

    private static void shorten(double[] in, double[] out, int count, double threshold) {
        for (int i = 0; i < count; i++) {
            out[i] = in[i] - Math.min(Math.max(in[i], -threshold), threshold);
        }
    }
}
