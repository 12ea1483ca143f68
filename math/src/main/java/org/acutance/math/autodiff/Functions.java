package org.acutance.math.autodiff;

import static org.acutance.math.autodiff.Elementwise.unary;

import java.util.List;
import java.util.stream.Stream;

/**
 * The functions of one variable with their derivative rules. Where a function is finite and its slope infinite (sqrt at
 * 0, asin and acos at -1 and 1), the slope counts as 0, so that a norm has the subgradient 0 at 0.
 */
final class Functions {
    static final Elementwise EXP = unary(
            "exp",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.exp(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(y));

    static final Elementwise EXPM1 = unary(
            "expm1",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.expm1(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(y.plus(1)));

    static final Elementwise LOG = unary(
            "log",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.log(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(x.reciprocal()));

    static final Elementwise LOG1P = unary(
            "log1p",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.log1p(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(x.plus(1).reciprocal()));

    static final Elementwise SQRT = unary(
            "sqrt",
            (in, out, count) -> {
                double[] a = in[0];
                for (int i = 0; i < count; i++) {
                    out[i] = Math.sqrt(a[i]);
                }
            },
            (t, x, y) -> t.gated(y.finiteReciprocal()).times(0.5));

    static final Elementwise SQUARE = unary(
            "square",
            (in, out, count) -> {
                double[] a = in[0];
                for (int i = 0; i < count; i++) {
                    out[i] = a[i] * a[i];
                }
            },
            (t, x, y) -> t.gated(x).times(2));

    static final Elementwise RECIPROCAL = unary(
            "reciprocal",
            (in, out, count) -> {
                double[] a = in[0];
                for (int i = 0; i < count; i++) {
                    out[i] = 1 / a[i];
                }
            },
            (t, x, y) -> t.gated(y.square()).negate());

    static final Elementwise SIN = unary(
            "sin",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.sin(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(x.cos()));

    static final Elementwise COS = unary(
            "cos",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.cos(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(x.sin()).negate());

    static final Elementwise TAN = unary(
            "tan",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.tan(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(y.square().plus(1)));

    static final Elementwise ASIN = unary(
            "asin",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.asin(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(arcSlope(x)));

    static final Elementwise ACOS = unary(
            "acos",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.acos(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(arcSlope(x)).negate());

    static final Elementwise ATAN = unary(
            "atan",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.atan(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(x.square().plus(1).reciprocal()));

    static final Elementwise SINH = unary(
            "sinh",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.sinh(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(x.cosh()));

    static final Elementwise COSH = unary(
            "cosh",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.cosh(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(x.sinh()));

    static final Elementwise TANH = unary(
            "tanh",
            (in, out, count) -> {
                for (int i = 0; i < count; i++) {
                    out[i] = Math.tanh(in[0][i]);
                }
            },
            (t, x, y) -> t.gated(y.square().negate().plus(1)));

    static List<Example> examples() {
        return Stream.of(
                        Example.elementwise("exp", Tensor::exp, -1, 1),
                        Example.elementwise("expm1", Tensor::expm1, -1, 1),
                        Example.elementwise("log", Tensor::log, 0.5, 2),
                        Example.elementwise("log1p", Tensor::log1p, -0.5, 2),
                        Example.elementwise("sqrt", Tensor::sqrt, 0.5, 2),
                        Example.elementwise("square", Tensor::square, -1, 1),
                        Example.elementwise("reciprocal", Tensor::reciprocal, 0.5, 2),
                        Example.elementwise("sin", Tensor::sin, -2, 2),
                        Example.elementwise("cos", Tensor::cos, -2, 2),
                        Example.elementwise("tan", Tensor::tan, -1, 1),
                        Example.elementwise("asin", Tensor::asin, -0.8, 0.8),
                        Example.elementwise("acos", Tensor::acos, -0.8, 0.8),
                        Example.elementwise("atan", Tensor::atan, -2, 2),
                        Example.elementwise("sinh", Tensor::sinh, -1, 1),
                        Example.elementwise("cosh", Tensor::cosh, -1, 1),
                        Example.elementwise("tanh", Tensor::tanh, -1, 1))
                .flatMap(examples -> examples)
                .toList();
    }

    private Functions() {}

    private static Tensor arcSlope(Tensor x) {
        // 1 - x^2 in factors, which do not cancel near -1 and 1
        return x.negate().plus(1).times(x.plus(1)).sqrt().finiteReciprocal();
    }
}
