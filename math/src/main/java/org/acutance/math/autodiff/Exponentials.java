package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.Stream;

/** Exponentials, logarithms, roots and their inverses beyond {@link Functions}, with their derivative rules. */
final class Exponentials {
    private static final double LN2 = Math.log(2);
    private static final double ROOT_2 = Math.sqrt(2);
    private static final double LN10 = Math.log(10);

    /** Above this 1 + x^2 is x^2 in double. */
    private static final double LARGE = 1e8;

    static final Elementwise EXP2 =
            Elementwise.of("exp2", x -> Math.pow(2, x), (t, x, y) -> t.gated(y).times(LN2));

    static final Elementwise LOG2 = Elementwise.of(
            "log2", Exponentials::log2, (t, x, y) -> t.gated(x.times(LN2).reciprocal()));

    static final Elementwise LOG10 = Elementwise.of(
            "log10", Math::log10, (t, x, y) -> t.gated(x.times(LN10).reciprocal()));

    static final Elementwise CBRT = Elementwise.of(
            "cbrt", Math::cbrt, (t, x, y) -> t.gated(y.square().times(3).finiteReciprocal()));

    static final Elementwise ASINH = Elementwise.of(
            "asinh",
            Exponentials::asinh,
            (t, x, y) -> t.gated(x.hypot(Tensor.onesLike(x)).reciprocal()));

    static final Elementwise ACOSH = Elementwise.of(
            "acosh",
            Exponentials::acosh,
            (t, x, y) -> t.gated(x.minus(1).sqrt().times(x.plus(1).sqrt()).finiteReciprocal()));

    static final Elementwise ATANH = Elementwise.of(
            "atanh",
            x -> 0.5 * (Math.log1p(x) - Math.log1p(-x)),
            (t, x, y) -> t.gated(x.negate().plus(1).times(x.plus(1)).reciprocal()));

    static final Elementwise EXPIT = Elementwise.of("expit", Exponentials::expit, (t, x, y) -> t.gated(y)
            .gated(x.negate().expit()));

    static final Elementwise LOGIT = Elementwise.of(
            "logit",
            x -> Math.log(x) - Math.log1p(-x),
            (t, x, y) -> t.gated(x.times(x.negate().plus(1)).reciprocal()));

    static final Elementwise LOGADDEXP = Elementwise.of(
            "logaddexp",
            (a, b) -> a == b ? a + LN2 : Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b))),
            (t, x, y) -> t.gated(excess(x.get(0), x.get(1)).expit()),
            (t, x, y) -> t.gated(excess(x.get(1), x.get(0)).expit()));

    static final Elementwise LOGADDEXP2 = Elementwise.of(
            "logaddexp2",
            (a, b) -> a == b ? a + 1 : Math.max(a, b) + Math.log1p(Math.pow(2, -Math.abs(a - b))) / LN2,
            (t, x, y) -> t.gated(excess(x.get(0), x.get(1)).times(LN2).expit()),
            (t, x, y) -> t.gated(excess(x.get(1), x.get(0)).times(LN2).expit()));

    static List<Example> examples() {
        return Stream.of(
                        Example.elementwise("exp2", Tensor::exp2, -1, 1),
                        Example.elementwise("log2", Tensor::log2, 0.5, 2),
                        Example.elementwise("log10", Tensor::log10, 0.5, 2),
                        Example.elementwise("cbrt", Tensor::cbrt, -2, -0.5),
                        Example.elementwise("asinh", Tensor::asinh, -2, 2),
                        Example.elementwise("acosh", Tensor::acosh, 1.5, 3),
                        Example.elementwise("atanh", Tensor::atanh, -0.7, 0.7),
                        Example.elementwise("expit", Tensor::expit, -2, 2),
                        Example.elementwise("logit", Tensor::logit, 0.2, 0.8),
                        Example.elementwise("logaddexp", Tensor::logaddexp, -1, 1, -1, 1),
                        Example.elementwise("logaddexp2", Tensor::logaddexp2, -1, 1, -1, 1))
                .flatMap(examples -> examples)
                .toList();
    }

    private Exponentials() {}

    /** {@code a - b}, where two equal infinities do not differ. */
    private static Tensor excess(Tensor a, Tensor b) {
        return a.minus(b).nanToNum();
    }

    /** Exact for powers of 2: their exponent and the logarithm of what is left, between the roots of 1/2 and 2. */
    private static double log2(double x) {
        int exponent = Math.getExponent(x);
        double rest = Math.scalb(x, -exponent);
        return rest > ROOT_2 ? exponent + 1 + Math.log(rest / 2) / LN2 : exponent + Math.log(rest) / LN2;
    }

    private static double asinh(double x) {
        double size = Math.abs(x);
        double value =
                size > LARGE ? Math.log(size) + LN2 : Math.log1p(size + size * size / (1 + Math.sqrt(1 + size * size)));
        return Math.copySign(value, x);
    }

    private static double acosh(double x) {
        double above = x - 1;
        return x > LARGE ? Math.log(x) + LN2 : Math.log1p(above + Math.sqrt(above * (above + 2)));
    }

    private static double expit(double x) {
        double small = Math.exp(-Math.abs(x));
        return (x >= 0 ? 1 : small) / (1 + small);
    }
}
