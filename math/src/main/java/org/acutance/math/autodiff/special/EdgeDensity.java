package org.acutance.math.autodiff.special;

import org.acutance.math.autodiff.Elementwise;
import org.acutance.math.autodiff.Tensor;

/**
 * Densities that are powers at an edge of their support, with derivatives of every order there too: each is a sum of
 * densities of the same family. Where one is infinite at the edge it counts as 0, being the slope of a finite function.
 */
final class EdgeDensity {
    private EdgeDensity() {}

    /** {@code e^scale x^power e^-x}. */
    static Tensor gamma(double scale, double power, Tensor x) {
        return Elementwise.of(
                        "gamma density",
                        v -> gamma(scale, power, v),
                        (t, v, y) -> t.gated(
                                power == 0
                                        ? y.negate()
                                        : gamma(scale, power - 1, v)
                                                .times(power)
                                                .minus(y)))
                .apply(x);
    }

    private static double gamma(double scale, double power, double x) {
        if (x == 0 || x == Double.POSITIVE_INFINITY) {
            return x == 0 && power == 0 ? Math.exp(scale) : 0;
        }
        return Math.exp(power * Math.log(x) - x + scale);
    }

    /** {@code e^scale x^power (1 - x)^other}. */
    static Tensor beta(double scale, double power, double other, Tensor x) {
        return Elementwise.of(
                        "beta density",
                        v -> beta(scale, power, other, v),
                        (t, v, y) -> t.gated(slope(power, beta(scale, power - 1, other, v))
                                .minus(slope(other, beta(scale, power, other - 1, v)))))
                .apply(x);
    }

    private static Tensor slope(double power, Tensor reduced) {
        return power == 0 ? Tensor.zerosLike(reduced) : reduced.times(power);
    }

    private static double beta(double scale, double power, double other, double x) {
        if (x == 0 || x == 1) {
            return (x == 0 ? power : other) == 0 ? Math.exp(scale) : 0;
        }
        return Math.exp(power * Math.log(x) + other * Math.log1p(-x) + scale);
    }
}
