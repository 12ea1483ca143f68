package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.IdentityMap;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * Minus the entropy of an image relative to the flat one of the same mean, {@code sum(x log(x / mean(x)))} (Skilling
 * &amp; Bryan 1984). The form that is differentiated has the curvature of x = floor below that; the other one is
 * infinite for negative elements.
 *
 * @param floor positive
 */
record Entropy(double floor) implements Prior {
    @Override
    public Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
        return Optional.of(x ->
                density(x).sum().minus(density(x.mean()).times(domain.shape().size())));
    }

    /** {@code x log(x)}, and below the floor its Taylor polynomial of second order there. */
    private Tensor density(Tensor x) {
        Tensor above = x.clip(floor, Double.POSITIVE_INFINITY);
        Tensor below = x.minus(above);
        return above.times(above.log())
                .plus(below.times(1 + Math.log(floor)))
                .plus(below.square().dividedBy(2 * floor));
    }

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        return Optional.of(List.of(new Term(new IdentityMap(domain.shape()), new Relative())));
    }

    /**
     * The sum itself, which is the least value over m of {@code sum(x log(x / m) - x + m)}. The proximal map minimises
     * over x and m together: x for a given m by elements, and m by Newton's method, kept between known limits.
     */
    private record Relative() implements Proximal {
        private static final int MOST_STEPS = 60;

        @Override
        public double value(NdArray x) {
            double mean = x.sum() / x.size();
            return x.size() == 0 ? 0 : x.min() < 0 ? Double.POSITIVE_INFINITY : relativeTo(x, mean);
        }

        private static double relativeTo(NdArray x, double mean) {
            return NdArray.elementwise(
                            "entropy",
                            (in, out, count) -> {
                                for (int i = 0; i < count; i++) {
                                    out[i] = in[0][i] == 0 ? 0 : in[0][i] * Math.log(in[0][i] / mean);
                                }
                            },
                            x)
                    .sum();
        }

        /** The mean lies between that of x and the largest x; all is 0 where none is positive. */
        @Override
        public NdArray prox(NdArray x, double step) {
            double high = x.size() == 0 ? 0 : x.max();
            if (high <= 0) {
                return x.times(0);
            }
            double low = Math.max(0, x.sum() / x.size());
            double mean = low > 0 ? low : high / 2;
            for (int i = 0; i < MOST_STEPS && high - low > 1e-15 * high; i++) {
                NdArray z = relative(x, step, mean);
                double excess = mean - z.sum() / z.size();
                double slope = 1 - slopes(z, step).sum() / z.size() / mean;
                low = excess < 0 ? mean : low;
                high = excess < 0 ? high : mean;
                double next = mean - excess / slope;
                if (Math.abs(next - mean) <= 1e-15 * mean) {
                    break;
                }
                mean = next > low && next < high ? next : (low + high) / 2;
            }
            return relative(x, step, mean);
        }

        /** How much each z grows with the mean, times the mean. */
        private static NdArray slopes(NdArray z, double step) {
            return NdArray.elementwise(
                    "entropy",
                    (in, out, count) -> {
                        for (int i = 0; i < count; i++) {
                            out[i] = step * in[0][i] / (in[0][i] + step);
                        }
                    },
                    z);
        }

        /** The z with {@code z + step log(z / mean) = x}. */
        private static NdArray relative(NdArray x, double step, double mean) {
            double offset = step * Math.log(mean);
            return NdArray.elementwise(
                    "entropy",
                    (in, out, count) -> {
                        for (int i = 0; i < count; i++) {
                            out[i] = Math.exp(logarithm(in[0][i] + offset, step));
                        }
                    },
                    x);
        }

        /** The u with {@code exp(u) + step u = right}; the left side is convex, so that Newton's method comes down to u. */
        private static double logarithm(double right, double step) {
            double u = Math.min(right / step, Math.log(Math.max(right, 1)));
            double before = Double.POSITIVE_INFINITY;
            for (int i = 0; i < MOST_STEPS && u < before; i++) {
                double exponential = Math.exp(u);
                before = u;
                u -= (exponential + step * u - right) / (exponential + step);
            }
            return u;
        }
    }
}
