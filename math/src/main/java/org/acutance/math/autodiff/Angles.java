package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.array.NdArray;

/** Functions of angles and of points in the plane beyond {@link Functions}, with their derivative rules. */
final class Angles {
    static final Elementwise HYPOT = Elementwise.of(
            "hypot", Math::hypot, (t, x, y) -> t.gated(ratio(x.get(0), y)), (t, x, y) -> t.gated(ratio(x.get(1), y)));

    static final Elementwise ATAN2 = Elementwise.of(
            "atan2",
            Math::atan2,
            (t, x, y) -> t.gated(ratio(ratio(x.get(1), radius(x)), radius(x))),
            (t, x, y) -> t.gated(ratio(ratio(x.get(0), radius(x)), radius(x))).negate());

    static final Elementwise SINC = sinc(0);

    static List<Example> examples() {
        return Stream.of(
                        Example.elementwise("hypot", Tensor::hypot, 0.5, 2, -1, 1),
                        Example.elementwise("atan2", Tensor::atan2, 0.5, 2, -1, 1),
                        Example.elementwise("sinc", Tensor::sinc, -0.3, 0.3),
                        Example.elementwise("sinc", Tensor::sinc, 0.8, 2.5),
                        Example.elementwise("sinc", x -> x.times(0).sinc(), -1, 1),
                        Example.elementwise("degrees", Tensor::degrees, -1, 1),
                        Example.elementwise("radians", Tensor::radians, -1, 1))
                .flatMap(examples -> examples)
                .toList();
    }

    private Angles() {}

    private static Tensor radius(List<Tensor> x) {
        return x.get(0).hypot(x.get(1));
    }

    /** A quotient by a radius, 0 where that is 0; a square or a reciprocal could overflow where this does not. */
    private static Tensor ratio(Tensor x, Tensor radius) {
        NdArray isZero = NdArray.elementwise(
                "isZero",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] == 0 ? 1 : 0;
                    }
                },
                radius.value());
        Tensor quotient = x.dividedBy(Tensor.where(isZero, Tensor.onesLike(radius), radius));
        return Tensor.where(isZero, Tensor.zerosLike(quotient), quotient);
    }

    /** Derivative number {@code order} of {@code sin(pi x) / (pi x)}, right at 0 too. */
    private static Elementwise sinc(int order) {
        return Elementwise.of(
                "sinc",
                x -> sinc(order, x),
                (t, x, y) -> t.gated(sinc(order + 1).apply(x)));
    }

    /** From {@code x s = sin(pi x) / pi}, differentiated; where that cancels, from the power series. */
    private static double sinc(int order, double x) {
        double angle = Math.PI * x;
        if (Math.abs(angle) <= order + 1) {
            return series(order, angle) * Math.pow(Math.PI, order);
        }
        double derivative = 0;
        for (int n = 0; n <= order; n++) {
            derivative = (Math.sin(angle + n * Math.PI / 2) - n * derivative) / angle;
        }
        return derivative * Math.pow(Math.PI, order);
    }

    /** The sum of {@code (-1)^k / (2k + 1) a^(2k - n) / (2k - n)!} over 2k from n on. */
    private static double series(int order, double angle) {
        int first = (order + 1) / 2;
        double power = order % 2 == 0 ? 1 : angle;
        double sum = 0;
        for (int k = first; k < first + 40; k++) {
            sum += (k % 2 == 0 ? power : -power) / (2 * k + 1);
            int exponent = 2 * k - order;
            power *= angle * angle / ((exponent + 1.0) * (exponent + 2.0));
        }
        return sum;
    }
}
