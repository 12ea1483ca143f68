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
                Example.of("concatenate", (a, b) -> Tensor.concatenate(-2, a, b, a), Shape.of(3, 5), Shape.of(1, 5)),
                Example.of("flip", x -> x.flip(1), 2, 3),
                Example.of("flatten", Tensor::flatten, 2, 3),
                Example.of("swapAxes", x -> x.swapAxes(0, -1), 2, 3, 4),
                Example.of("moveAxis", x -> x.moveAxis(0, -1), 2, 3, 4),
                Example.of("expandDims", x -> x.expandDims(0, -1), 2, 3),
                Example.of("squeeze", x -> x.squeeze(), 1, 3, 1),
                Example.of("squeeze", x -> x.squeeze(-1), 1, 3, 1),
                Example.of("rot90", x -> x.rot90(1, 0, 1), 2, 3),
                Example.of("rot90", x -> x.rot90(-1, 0, 2), 2, 1, 3),
                Example.of("rot90", x -> x.rot90(2, 0, 1), 2, 3),
                Example.of("tile", x -> x.tile(2, 1, 3), 2, 3),
                Example.of("tile", x -> x.tile(2), 2, 3),
                Example.of("repeat", x -> x.repeat(2, 1), 2, 3),
                Example.of("split", x -> x.split(1, 1, 3).get(1), 2, 4),
                Example.of("stack", (a, b) -> Tensor.stack(1, a, b, a), Shape.of(3, 2), Shape.of(3, 2)),
                Example.of("stack", (a, b) -> Tensor.stack(-1, a, b), Shape.SCALAR, Shape.SCALAR));
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
        int[] chosen = x.shape().permutation("permute", axes);
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

    static Tensor flip(Tensor x, int... axes) {
        return new Linear("flip", a -> a.flip(axes), a -> a.flip(axes)).apply(x);
    }

    static Tensor swapAxes(Tensor x, int first, int second) {
        int a = x.shape().axis(first);
        int b = x.shape().axis(second);
        return x.permute(IntStream.range(0, x.shape().rank())
                .map(i -> i == a ? b : i == b ? a : i)
                .toArray());
    }

    static Tensor moveAxis(Tensor x, int from, int to) {
        int moved = x.shape().axis(from);
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, x.shape().rank()).boxed().toList());
        order.remove(moved);
        order.add(x.shape().axis(to), moved);
        return x.permute(order.stream().mapToInt(i -> i).toArray());
    }

    static Tensor expandDims(Tensor x, int... axes) {
        Shape ones = Shape.of(IntStream.generate(() -> 1)
                .limit(x.shape().rank() + axes.length)
                .toArray());
        boolean[] added = new boolean[ones.rank()];
        for (int axis : ones.axes("expandDims", axes)) {
            added[axis] = true;
        }
        int[] extents = ones.extents();
        int next = 0;
        for (int axis = 0; axis < extents.length; axis++) {
            extents[axis] = added[axis] ? 1 : x.shape().extent(next++);
        }
        return x.reshape(extents);
    }

    static Tensor squeeze(Tensor x, int... axes) {
        Shape shape = x.shape();
        int[] gone = axes.length > 0
                ? axes
                : IntStream.range(0, shape.rank())
                        .filter(axis -> shape.extent(axis) == 1)
                        .toArray();
        for (int axis : gone) {
            if (shape.extent(axis) != 1) {
                throw new IllegalArgumentException(
                        "squeeze: axis " + axis + " of " + shape + " has not extent 1; slice or reduce it");
            }
        }
        return x.reshape(Reductions.without(shape, gone));
    }

    static Tensor rot90(Tensor x, int turns, int first, int second) {
        x.shape().axes("rot90", first, second);
        return switch (Math.floorMod(turns, 4)) {
            case 1 -> swapAxes(x.flip(second), first, second);
            case 2 -> x.flip(first, second);
            case 3 -> swapAxes(x, first, second).flip(second);
            default -> x;
        };
    }

    static Tensor tile(Tensor x, int... times) {
        Shape source = x.shape().expandedTo(times.length);
        int shift = source.rank() - times.length;
        List<IndexMap> maps = IntStream.range(0, source.rank())
                .mapToObj(axis -> {
                    int extent = source.extent(axis);
                    int copies = axis < shift ? 1 : times[axis - shift];
                    return IndexMap.take(
                            extent,
                            IntStream.range(0, extent * copies)
                                    .map(i -> i % extent)
                                    .toArray());
                })
                .toList();
        return gather(x.reshape(source), maps);
    }

    static Tensor repeat(Tensor x, int times, int axis) {
        int extent = x.shape().extent(axis);
        return along(
                x,
                axis,
                IndexMap.take(
                        extent,
                        IntStream.range(0, extent * times).map(i -> i / times).toArray()));
    }

    static List<Tensor> split(Tensor x, int axis, int... places) {
        int[] ends = IntStream.concat(
                        IntStream.of(places), IntStream.of(x.shape().extent(axis)))
                .toArray();
        return IntStream.range(0, ends.length)
                .mapToObj(i -> x.slice(axis, i == 0 ? 0 : ends[i - 1], ends[i]))
                .toList();
    }

    /** The given axes moved to the end and made one, the other axes in their order. */
    static Tensor rowsAlong(String operation, Tensor x, int... axes) {
        Shape shape = x.shape();
        int[] chosen = shape.axes(operation, axes);
        IntStream others = IntStream.range(0, shape.rank())
                .filter(axis -> IntStream.of(chosen).noneMatch(i -> i == axis));
        Shape kept = Reductions.without(shape, chosen);
        int[] extents = IntStream.concat(
                        IntStream.of(kept.extents()),
                        IntStream.of(IntStream.of(chosen).map(shape::extent).reduce(1, (a, b) -> a * b)))
                .toArray();
        return x.permute(IntStream.concat(others, IntStream.of(chosen)).toArray())
                .reshape(extents);
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

    /** Tensors of one shape along a new axis. */
    static Tensor stack(int axis, List<Tensor> parts) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("stack: no tensors came; give at least one");
        }
        Shape one = parts.get(0).shape();
        parts.forEach(part -> part.shape().require("stack", one));
        int[] extents = inserted("stack", one, axis);
        return Joining.of(
                axis, parts.stream().map(part -> part.reshape(extents)).toList());
    }

    /** The extents of a shape with an axis of extent one put in, at an axis of the result. */
    static int[] inserted(String operation, Shape shape, int axis) {
        int rank = shape.rank() + 1;
        if (axis < -rank || axis >= rank) {
            throw new IllegalArgumentException(
                    operation + ": axis " + axis + " is outside the " + rank + " axes of the result");
        }
        int chosen = axis < 0 ? axis + rank : axis;
        return IntStream.range(0, rank)
                .map(i -> i == chosen ? 1 : shape.extent(i < chosen ? i : i - 1))
                .toArray();
    }
}
