package org.acutance.math.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Reduction;
import org.acutance.math.array.Shape;

/** Operations that move elements, with their adjoints. */
final class Arrangement {
    static List<Example> examples() {
        return List.of(
                Example.of(
                        "to", x -> x.to(Precision.FLOAT32).to(Precision.FLOAT64).to(x.precision()), 0),
                Example.of("reshape", x -> x.reshape(5, 3), 3, 5),
                Example.of("reshape", x -> x.reshape(), 1, 1),
                Example.of("permute", x -> x.permute(2, 0, 1), 2, 3, 5),
                Example.of("transpose", Tensor::transpose, 3, 5),
                Example.of("broadcastTo", x -> x.broadcastTo(Shape.of(2, 3, 5)), 3, 1),
                Example.of("broadcastTo", x -> x.broadcastTo(Shape.of(3)), new int[0]),
                Example.of("slice", x -> x.slice(1, 1, 4), 3, 5),
                Example.of("slice", x -> x.slice(0, 6, 0, -2), 7),
                Example.of("slice", x -> x.slice(0, 0, 0), 1),
                Example.of("along", x -> x.along(0, IndexMap.take(3, 2, 0, 2)), 3, 5),
                Example.of("flip", Tensor::flip, 3, 5),
                Example.of("roll", x -> x.roll(1, 7), 3, 5),
                Example.of("pad", x -> x.pad(new int[] {1, 0}, new int[] {2, 3}, Boundary.ZERO), 3, 5),
                Example.of("pad", x -> x.pad(new int[] {4, 0}, new int[] {2, 7}, Boundary.PERIODIC), 3, 5),
                Example.of("pad", x -> x.pad(new int[] {4, 0}, new int[] {2, 7}, Boundary.REFLECT), 3, 1),
                Example.of("pad", x -> x.pad(new int[] {4, 0}, new int[] {2, 7}, Boundary.MIRROR), 3, 1),
                Example.of("pad", x -> x.pad(new int[] {4, 0}, new int[] {2, 7}, Boundary.REPLICATE), 3, 5),
                Example.of("differences", x -> x.differences(0), 3, 5),
                Example.of("differences", x -> x.differences(-1), 3, 1),
                Example.of("concatenate", (a, b) -> Tensor.concatenate(1, a, b), Shape.of(3, 1), Shape.of(3, 5)),
                Example.of("concatenate", (a, b) -> Tensor.concatenate(-2, a, b, a), Shape.of(3, 5), Shape.of(1, 5)));
    }

    private Arrangement() {}

    static Tensor reshape(Tensor x, Shape target) {
        Shape source = x.shape();
        Precision precision = x.precision();
        return new Linear("reshape", a -> a.reshape(target), a -> a.reshape(source)
                        .to(precision))
                .apply(x);
    }

    static Tensor convert(Tensor x, Precision precision) {
        Precision source = x.precision();
        return source == precision
                ? x
                : new Linear("to " + precision, a -> a.to(precision), a -> a.to(source)).apply(x);
    }

    static Tensor permute(Tensor x, int... axes) {
        int[] chosen = x.shape().axes("permute", axes);
        int[] back = new int[axes.length];
        for (int i = 0; i < axes.length; i++) {
            back[chosen[i]] = i;
        }
        return new Linear("permute", a -> a.permute(axes), a -> a.permute(back)).apply(x);
    }

    static Tensor gather(Tensor x, List<IndexMap> maps) {
        return new Linear("gather", a -> a.gather(maps), a -> a.scatter(maps)).apply(x);
    }

    static Tensor along(Tensor x, int axis, IndexMap map) {
        return gather(x, IndexMap.along(x.shape(), axis, map));
    }

    static Tensor flip(Tensor x) {
        return new Linear("flip", NdArray::flip, NdArray::flip).apply(x);
    }

    static Tensor pad(Tensor x, int[] before, int[] after, Boundary boundary) {
        return gather(x, IndexMap.pad(x.shape(), before, after, boundary));
    }

    static Tensor differences(Tensor x, int axis) {
        Shape shape = x.shape();
        int chosen = shape.axis(axis);
        int extent = shape.extent(chosen);
        int[] none = new int[shape.rank()];
        int[] one = new int[shape.rank()];
        one[chosen] = 1;
        int last = Math.max(extent, 1);
        return new Linear(
                        "differences",
                        a -> a.slice(chosen, Math.min(1, extent), extent).minus(a.slice(chosen, 0, last - 1)),
                        a -> extent == 0 ? a : a.pad(one, none, Boundary.ZERO).minus(a.pad(none, one, Boundary.ZERO)))
                .apply(x);
    }

    static Tensor broadcastTo(Tensor x, Shape target) {
        Shape source = x.shape();
        Precision precision = x.precision();
        return source.equals(target)
                ? x
                : new Linear("broadcastTo", a -> a.broadcastTo(target), a -> sumTo(a, source, precision)).apply(x);
    }

    /** The adjoint of broadcasting {@code like} to the shape of {@code x}: sums over the repeated axes. */
    static Tensor sumTo(Tensor x, Tensor like) {
        Shape target = like.shape();
        Precision precision = like.precision();
        Shape source = x.shape();
        Precision from = x.precision();
        return source.equals(target)
                ? x
                : new Linear("sumTo", a -> sumTo(a, target, precision), a -> a.broadcastTo(source)
                                .to(from))
                        .apply(x);
    }

    private static NdArray sumTo(NdArray x, Shape target, Precision precision) {
        if (target.size() == 1) {
            return NdArray.full(target, precision, x.sum());
        }
        Shape expanded = target.expandedTo(x.rank());
        int[] repeated = IntStream.range(0, x.rank())
                .filter(axis -> expanded.extent(axis) == 1 && x.shape().extent(axis) != 1)
                .toArray();
        return x.reduce(Reduction.SUM, repeated).reshape(target).to(precision);
    }

    /** Each part keeps its place: its cotangent is a slice, its share of the tangent is itself among zeros. */
    static Tensor concatenate(int axis, List<Tensor> parts) {
        List<Custom.Rule> pullbacks = new ArrayList<>();
        List<Custom.Rule> pushforwards = new ArrayList<>();
        int start = 0;
        for (Tensor part : parts) {
            int from = start;
            int to = from + part.shape().extent(axis);
            pullbacks.add((t, x, y) -> t.slice(axis, from, to));
            pushforwards.add((t, x, y) ->
                    along(t, axis, IndexMap.pad(to - from, from, y.shape().extent(axis) - to, Boundary.ZERO)));
            start = to;
        }
        return new Custom("concatenate", arrays -> NdArray.concatenate(axis, arrays), pullbacks, pushforwards)
                .apply(parts.toArray(Tensor[]::new));
    }
}
