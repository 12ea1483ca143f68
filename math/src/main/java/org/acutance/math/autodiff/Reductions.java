package org.acutance.math.autodiff;

import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.Shape;

/** Sums, norms and products that reduce, with their derivative rules. */
final class Reductions {
    /** Inner product of two tensors of one shape. */
    static final Custom DOT = Custom.bilinear(
            "dot",
            (a, b) -> NdArray.scalar(a.dot(b)),
            Tensor::dot,
            (t, x, y) -> x.get(1).gated(t),
            (t, x, y) -> x.get(0).gated(t));

    /** Sum of squares. */
    static final Custom SQUARED_NORM = new Custom(
            "squaredNorm",
            x -> NdArray.scalar(x.get(0).dot(x.get(0))),
            List.of((t, x, y) -> x.get(0).gated(t.times(2))),
            List.of((t, x, y) -> x.get(0).dot(t).times(2)));

    static List<Example> examples() {
        return List.of(
                Example.of("sum", x -> x.sum(), 3, 5),
                Example.of("sum", x -> x.sum(), 0),
                Example.of("sum", x -> x.sum(1), 3, 5),
                Example.of("sum", x -> x.sum(0, -1), 3, 1, 5),
                Example.of("mean", x -> x.mean(), 3, 5),
                Example.of("mean", x -> x.mean(0), 3, 5),
                Example.of("max", x -> x.max(), 3, 5),
                Example.of("max", x -> x.max(1), 3, 5),
                Example.of("min", x -> x.min(0, 2), 3, 1, 5),
                Example.of("dot", Tensor::dot, Shape.of(3, 5), Shape.of(3, 5)),
                Example.of("squaredNorm", Tensor::squaredNorm, 3, 5),
                Example.of("norm", x -> x.norm(), 3, 5),
                Example.of("norm", x -> x.norm(), 1),
                Example.of("norm", x -> x.norm(0), 3, 5),
                Example.of("norm", x -> x.norm(0, -1), 3, 1, 5));
    }

    private Reductions() {}

    /** Euclidean norm; its subgradient at 0 is 0. */
    static Tensor norm(Tensor x) {
        return x.squaredNorm().sqrt();
    }

    static Tensor sum(Tensor x) {
        Shape shape = x.shape();
        Precision precision = x.precision();
        return new Linear("sum", a -> NdArray.scalar(a.sum()), a -> NdArray.full(shape, precision, a.item())).apply(x);
    }

    /** Sum along axes, which disappear. */
    static Tensor sum(Tensor x, int... axes) {
        Shape shape = x.shape();
        Precision precision = x.precision();
        Shape kept = kept(shape, axes);
        Shape result = without(shape, axes);
        return new Linear("sum", a -> a.reduce(Reduction.SUM, axes).reshape(result), a -> a.reshape(kept)
                        .to(precision)
                        .broadcastTo(shape))
                .apply(x);
    }

    /** Largest or smallest value along axes, which disappear; ties, and the NaNs of a NaN, share the derivative equally. */
    static Tensor extreme(Tensor x, Reduction reduction, int... axes) {
        Shape result = without(x.shape(), axes);
        NdArray found = x.value().reduce(reduction, axes);
        NdArray ties = NdArray.elementwise(
                "extreme",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[0][i] == in[1][i] || Double.isNaN(in[0][i]) ? 1 : 0;
                    }
                },
                x.value(),
                found);
        Tensor share = Tensor.of(ties).dividedBy(Tensor.of(ties.reduce(Reduction.SUM, axes)));
        Shape kept = kept(x.shape(), axes);
        return new Custom(
                        reduction == Reduction.MAX ? "max" : "min",
                        a -> found.reshape(result),
                        List.of((t, a, y) ->
                                t.reshape(kept).to(share.precision()).gated(share)),
                        List.of((t, a, y) -> t.gated(share).sum(axes)))
                .apply(x);
    }

    /** The given axes, or all if none is given. */
    static int[] axesOrAll(Tensor x, int... axes) {
        return axes.length == 0 ? allAxes(x) : axes;
    }

    static int[] allAxes(Tensor x) {
        return IntStream.range(0, x.shape().rank()).toArray();
    }

    static Shape kept(Shape shape, int... axes) {
        Shape kept = shape;
        for (int axis : axes) {
            kept = kept.with(axis, 1);
        }
        return kept;
    }

    static Shape without(Shape shape, int... axes) {
        boolean[] gone = new boolean[shape.rank()];
        for (int axis : shape.axes("reduce", axes)) {
            gone[axis] = true;
        }
        return Shape.of(IntStream.range(0, shape.rank())
                .filter(axis -> !gone[axis])
                .map(shape::extent)
                .toArray());
    }
}
