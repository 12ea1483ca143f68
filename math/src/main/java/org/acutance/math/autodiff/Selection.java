package org.acutance.math.autodiff;

import static org.acutance.math.autodiff.Elementwise.unary;

import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.array.Kernel;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;

/**
 * Operations that choose, with their derivative rules: the slope of the chosen branch, 0 for abs at 0, one half each at
 * a tie of max or min, 1 for clip at its limits. A branch that was not taken contributes nothing, even if it is NaN.
 */
final class Selection {
    private static final Kernel SIGNS = (in, out, count) -> {
        double[] a = in[0];
        for (int i = 0; i < count; i++) {
            out[i] = Math.signum(a[i]);
        }
    };

    static final Elementwise SIGN = unary("sign", SIGNS, (t, x, y) -> Tensor.zerosLike(t));

    static final Elementwise ABS = unary(
            "abs",
            (in, out, count) -> {
                double[] a = in[0];
                for (int i = 0; i < count; i++) {
                    out[i] = Math.abs(a[i]);
                }
            },
            (t, x, y) -> t.gated(x.sign()));

    static final Elementwise MAX = new Elementwise(
            "max",
            (in, out, count) -> {
                double[] a = in[0];
                double[] b = in[1];
                for (int i = 0; i < count; i++) {
                    out[i] = Math.max(a[i], b[i]);
                }
            },
            List.of(
                    (t, x, y) -> t.gated(shareOfFirst(x.get(0), x.get(1))),
                    (t, x, y) -> t.gated(shareOfFirst(x.get(1), x.get(0)))));

    static final Elementwise MIN = new Elementwise(
            "min",
            (in, out, count) -> {
                double[] a = in[0];
                double[] b = in[1];
                for (int i = 0; i < count; i++) {
                    out[i] = Math.min(a[i], b[i]);
                }
            },
            List.of(
                    (t, x, y) -> t.gated(shareOfFirst(x.get(1), x.get(0))),
                    (t, x, y) -> t.gated(shareOfFirst(x.get(0), x.get(1)))));

    /** The larger element, the other one where one is NaN. */
    static final Elementwise FMAX = Elementwise.of(
            "fmax",
            (a, b) -> Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b),
            (t, x, y) -> t.gated(shareOfNumber(x.get(0), x.get(1), shareOfFirst(x.get(0), x.get(1)))),
            (t, x, y) -> t.gated(shareOfNumber(x.get(1), x.get(0), shareOfFirst(x.get(1), x.get(0)))));

    /** The smaller element, the other one where one is NaN. */
    static final Elementwise FMIN = Elementwise.of(
            "fmin",
            (a, b) -> Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b),
            (t, x, y) -> t.gated(shareOfNumber(x.get(0), x.get(1), shareOfFirst(x.get(1), x.get(0)))),
            (t, x, y) -> t.gated(shareOfNumber(x.get(1), x.get(0), shareOfFirst(x.get(0), x.get(1)))));

    static final Elementwise WHERE = new Elementwise(
            "where",
            (in, out, count) -> {
                double[] condition = in[0];
                double[] a = in[1];
                double[] b = in[2];
                for (int i = 0; i < count; i++) {
                    out[i] = condition[i] != 0 ? a[i] : b[i];
                }
            },
            List.of(
                    (t, x, y) -> Tensor.zerosLike(t),
                    (t, x, y) -> choose(x.get(0), t, Tensor.zerosLike(t)),
                    (t, x, y) -> choose(x.get(0), Tensor.zerosLike(t), t)));

    static List<Example> examples() {
        return Stream.of(
                        Example.elementwise("abs", Tensor::abs, -1, -0.2),
                        Example.elementwise("abs", Tensor::abs, 0.2, 1),
                        Example.elementwise("sign", Tensor::sign, 0.2, 1),
                        Example.elementwise("max", (a, b) -> a.max(b), -1, 0.4, 0.5, 1),
                        Example.elementwise("max", (a, b) -> a.max(b), 0.5, 1, -1, 0.4),
                        Example.elementwise("min", (a, b) -> a.min(b), -1, 0.4, 0.5, 1),
                        Example.elementwise("min", (a, b) -> a.min(b), 0.5, 1, -1, 0.4),
                        Example.elementwise("fmax", Tensor::fmax, -1, 0.4, 0.5, 1),
                        Example.elementwise("fmax", Tensor::fmax, 0.5, 1, -1, 0.4),
                        Example.elementwise("fmin", Tensor::fmin, -1, 0.4, 0.5, 1),
                        Example.elementwise("fmin", Tensor::fmin, 0.5, 1, -1, 0.4),
                        Example.elementwise("nanToNum", Tensor::nanToNum, -1, 1),
                        Example.elementwise("clip", x -> x.clip(-2, 2), -1, 1),
                        Example.elementwise("clip", x -> x.clip(-0.3, 0.3), 0.4, 1),
                        Example.elementwise("where", (a, b) -> Tensor.where(isPositive(a.value()), a, b), -1, 1, -1, 1))
                .flatMap(examples -> examples)
                .toList();
    }

    private Selection() {}

    private static Tensor choose(Tensor condition, Tensor a, Tensor b) {
        return WHERE.apply(condition, a, b);
    }

    static Elementwise clip(double low, double high) {
        if (!(low <= high)) {
            throw new IllegalArgumentException(
                    "clip: lower limit " + low + " is not below upper limit " + high + "; give low <= high");
        }
        return unary(
                "clip",
                (in, out, count) -> {
                    double[] a = in[0];
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(low, Math.min(high, a[i]));
                    }
                },
                (t, x, y) -> choose(Tensor.of(isWithin(x.value(), low, high)), t, Tensor.zerosLike(t)));
    }

    /** Numbers for what is no number, beside the largest that the precision holds for infinities; slope 0 there. */
    static Elementwise nanToNum(Precision precision) {
        double largest = precision == Precision.FLOAT32 ? Float.MAX_VALUE : Double.MAX_VALUE;
        return Elementwise.of(
                "nanToNum",
                x -> Double.isNaN(x) ? 0 : Math.max(-largest, Math.min(largest, x)),
                (t, x, y) -> choose(Tensor.of(isFinite(x.value())), t, Tensor.zerosLike(t)));
    }

    private static NdArray isFinite(NdArray x) {
        return NdArray.elementwise(
                "isFinite",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Double.isFinite(in[0][i]) ? 1 : 0;
                    }
                },
                x);
    }

    /** A share where both are numbers; 1 beside a NaN, and 0 of a NaN. */
    private static Tensor shareOfNumber(Tensor own, Tensor other, Tensor share) {
        return Tensor.of(NdArray.elementwise(
                "fmax",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        double beside = Double.isNaN(in[1][i]) ? 1 : in[2][i];
                        out[i] = Double.isNaN(in[0][i]) ? 0 : beside;
                    }
                },
                own.value(),
                other.value(),
                share.value()));
    }

    /** 1 where a is larger than b, one half where they are equal, 0 elsewhere; no derivative runs through it. */
    private static Tensor shareOfFirst(Tensor a, Tensor b) {
        return Tensor.of(NdArray.elementwise(
                "max",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > in[1][i] ? 1 : in[0][i] == in[1][i] ? 0.5 : 0;
                    }
                },
                a.value(),
                b.value()));
    }

    /** 1 where an element is above 0, otherwise 0. */
    static NdArray isPositive(NdArray x) {
        return NdArray.elementwise(
                "isPositive",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] > 0 ? 1 : 0;
                    }
                },
                x);
    }

    private static NdArray isWithin(NdArray x, double low, double high) {
        return NdArray.elementwise(
                "clip",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] >= low && in[0][i] <= high ? 1 : 0;
                    }
                },
                x);
    }
}
