package org.acutance.math.autodiff;

import static org.acutance.math.autodiff.Elementwise.unary;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.array.Kernels;
import org.acutance.math.array.NdArray;

/** The arithmetic operations with their derivative rules. */
final class Arithmetic {
    static final Elementwise PLUS = new Elementwise("plus", Kernels.PLUS, List.of((t, x, y) -> t, (t, x, y) -> t));

    static final Elementwise MINUS =
            new Elementwise("minus", Kernels.MINUS, List.of((t, x, y) -> t, (t, x, y) -> t.negate()));

    static final Elementwise TIMES = new Elementwise(
            "times", Kernels.TIMES, List.of((t, x, y) -> t.gated(x.get(1)), (t, x, y) -> t.gated(x.get(0))));

    static final Elementwise DIVIDED_BY = new Elementwise(
            "dividedBy",
            (in, out, count) -> {
                double[] a = in[0];
                double[] b = in[1];
                for (int i = 0; i < count; i++) {
                    out[i] = a[i] / b[i];
                }
            },
            List.of((t, x, y) -> t.gated(x.get(1).reciprocal()), (t, x, y) -> t.gated(y.dividedBy(x.get(1)))
                    .negate()));

    /** The product that is 0 wherever a factor is 0, even if the other is infinite or NaN. */
    static final Elementwise GATED = new Elementwise(
            "gated",
            (in, out, count) -> {
                double[] a = in[0];
                double[] b = in[1];
                for (int i = 0; i < count; i++) {
                    out[i] = a[i] == 0 || b[i] == 0 ? 0 : a[i] * b[i];
                }
            },
            List.of((t, x, y) -> t.gated(x.get(1)), (t, x, y) -> t.gated(x.get(0))));

    /** {@code 1/x}, and 0 where x is 0: the slope of a root or a norm, infinite slopes counting as 0. */
    static final Elementwise FINITE_RECIPROCAL = unary(
            "finiteReciprocal",
            (in, out, count) -> {
                double[] a = in[0];
                for (int i = 0; i < count; i++) {
                    out[i] = a[i] == 0 ? 0 : 1 / a[i];
                }
            },
            (t, x, y) -> t.gated(y).gated(y).negate());

    static final Elementwise POWER = new Elementwise(
            "pow",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.pow(in[0][i], in[1][i]);
                }
            },
            List.of(Arithmetic::powerByBase, Arithmetic::powerByExponent));

    static List<Example> examples() {
        return Stream.of(
                        Example.elementwise("plus", Tensor::plus, -1, 1, -1, 1),
                        Example.elementwise("plus", x -> x.plus(3), -1, 1),
                        Example.elementwise("minus", Tensor::minus, -1, 1, -1, 1),
                        Example.elementwise("minus", x -> x.minus(3), -1, 1),
                        Example.elementwise("negate", Tensor::negate, -1, 1),
                        Example.elementwise("times", Tensor::times, -1, 1, -1, 1),
                        Example.elementwise("times", x -> x.times(3), -1, 1),
                        Example.elementwise("dividedBy", Tensor::dividedBy, -1, 1, 0.5, 2),
                        Example.elementwise("dividedBy", x -> x.dividedBy(3), -1, 1),
                        Example.elementwise("pow", x -> x.pow(3), -1, 1),
                        Example.elementwise("pow", x -> x.pow(-0.7), 0.5, 2),
                        Example.elementwise("pow", x -> x.pow(0.5), 0.5, 2),
                        Example.elementwise("pow", x -> x.pow(0), 0.5, 2),
                        Example.elementwise("pow", Tensor::pow, 0.5, 2, -2, 2),
                        Example.elementwise("gated", Tensor::gated, 0.2, 1, -1, 1),
                        Example.elementwise("finiteReciprocal", Tensor::finiteReciprocal, 0.5, 2))
                .flatMap(examples -> examples)
                .toList();
    }

    private Arithmetic() {}

    /** {@code factor * x + offset}. */
    static Elementwise affine(double factor, double offset) {
        return unary("affine", Kernels.affine(factor, offset), (t, x, y) -> t.times(factor));
    }

    /** {@code x^exponent}. Where x is 0 and the slope infinite, as for exponents between 0 and 1, it counts as 0. */
    static Elementwise power(double exponent) {
        return unary(
                "pow",
                (in, out, count) -> {
                    double[] a = in[0];
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.pow(a[i], exponent);
                    }
                },
                (t, x, y) -> powerSlope(t, x, exponent));
    }

    private static Tensor powerSlope(Tensor direction, Tensor x, double exponent) {
        Elementwise slope = exponent >= 0 ? finitePower(exponent - 1) : power(exponent - 1);
        return exponent == 0
                ? Tensor.zerosLike(direction)
                : direction.gated(slope.apply(x)).times(exponent);
    }

    private static Elementwise finitePower(double exponent) {
        return unary(
                "finitePower",
                (in, out, count) -> {
                    double[] a = in[0];
                    for (int i = 0; i < count; i++) {
                        out[i] = a[i] == 0 && exponent < 0 ? 0 : Math.pow(a[i], exponent);
                    }
                },
                (t, x, y) -> exponent == 0
                        ? Tensor.zerosLike(t)
                        : t.gated(finitePower(exponent - 1).apply(x)).times(exponent));
    }

    private static Tensor powerByBase(Tensor direction, List<Tensor> x, Tensor y) {
        Tensor base = x.get(0);
        Tensor exponent = x.get(1);
        NdArray steep = NdArray.elementwise(
                "pow",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        boolean flat = in[0][i] == 0 ? in[1][i] >= 0 && in[1][i] < 1 : in[1][i] == 0;
                        out[i] = flat ? 1 : 0;
                    }
                },
                base.value(),
                exponent.value());
        Tensor slope = base.pow(exponent.minus(1)).times(exponent);
        return direction.gated(Tensor.where(steep, Tensor.zerosLike(y), slope));
    }

    private static Tensor powerByExponent(Tensor direction, List<Tensor> x, Tensor y) {
        Tensor base = x.get(0);
        // an infinite base to a negative exponent is 0, however large its logarithm
        NdArray counts = NdArray.elementwise(
                "pow",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > 0 && in[1][i] != 0 ? 1 : 0;
                    }
                },
                base.value(),
                y.value());
        Tensor positive = Tensor.where(counts, base, Tensor.onesLike(base));
        return direction.gated(y.times(positive.log()));
    }
}
