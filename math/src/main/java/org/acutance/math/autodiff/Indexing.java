package org.acutance.math.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.IndexMap;
import org.acutance.math.array.Lines;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;

/** Operations that pick elements by their positions, with their adjoints, and triangles and diagonals of matrices. */
final class Indexing {
    static List<Example> examples() {
        return List.of(
                Example.of("take", x -> x.take(1, 2, 0, 2), 2, 3),
                Example.of("takeAlong", x -> x.takeAlong(-1, NdArray.of(new double[] {2, 0, 1, 1}, 2, 2)), 2, 3),
                Example.of("at", x -> x.at(new int[] {0, 2, 2}, new int[] {1, 1, 1}), 3, 2),
                Example.of("scatter", x -> x.scatter(Shape.of(4, 2), new int[] {3, 0, 3}, new int[] {1, 0, 1}), 3),
                Example.of("sort", x -> apart(x).sort(0), 5, 2),
                Example.of("sort", x -> apart(x).sort(-1), 1, 4),
                Example.of("diagonal", x -> x.diagonal(0), 3, 4),
                Example.of("diagonal", x -> x.diagonal(-1), 3, 2),
                Example.of("diagonalMatrix", x -> x.diagonalMatrix(0), 3),
                Example.of("diagonalMatrix", x -> x.diagonalMatrix(2), 2),
                Example.of("trace", x -> x.trace(1), 3, 4),
                Example.of("tril", x -> x.tril(-1), 3, 4),
                Example.of("triu", x -> x.triu(1), 2, 3, 3));
    }

    private Indexing() {}

    /** Elements that are no longer near each other, so that differences do not change their order. */
    static Tensor apart(Tensor x) {
        int size = x.shape().size();
        double[] offsets =
                IntStream.range(0, size).mapToDouble(i -> 7 * i % size).toArray();
        return x.times(0.1).plus(Tensor.of(NdArray.of(offsets, x.shape(), x.precision())));
    }

    /** Reads elements by their row-major positions. */
    static Linear picking(String name, Shape source, Shape result, int... positions) {
        List<IndexMap> map = List.of(IndexMap.take(source.size(), positions));
        return new Linear(
                name,
                a -> a.reshape(source.size()).gather(map).reshape(result),
                a -> a.reshape(positions.length).scatter(map).reshape(source));
    }

    private static Tensor pick(String name, Tensor x, Shape result, int... positions) {
        return picking(name, x.shape(), result, positions).apply(x);
    }

    static Tensor at(Tensor x, int[]... indices) {
        int[] positions = positions("at", x.shape(), indices);
        return pick("at", x, Shape.of(positions.length), positions);
    }

    static Tensor scatter(Tensor x, Shape target, int[]... indices) {
        int[] positions = positions("scatter", target, indices);
        x.shape().require("scatter", Shape.of(positions.length));
        return picking("scatter", target, x.shape(), positions).transposed().apply(x);
    }

    private static int[] positions(String operation, Shape shape, int[]... indices) {
        int count = indices.length == 0 ? 0 : indices[0].length;
        boolean fits = indices.length > 0 && indices.length == shape.rank();
        if (!fits || Arrays.stream(indices).anyMatch(list -> list.length != count)) {
            throw new IllegalArgumentException(operation + ": got " + indices.length + " lists of indices for shape "
                    + shape + "; give one per axis, all of one length");
        }
        int[] positions = new int[count];
        for (int axis = 0; axis < indices.length; axis++) {
            for (int i = 0; i < count; i++) {
                int index = indices[axis][i];
                if (index < 0 || index >= shape.extent(axis)) {
                    throw new IllegalArgumentException(
                            operation + ": index " + index + " is outside axis " + axis + " of " + shape);
                }
                positions[i] = positions[i] * shape.extent(axis) + index;
            }
        }
        return positions;
    }

    static Tensor takeAlong(Tensor x, int axis, NdArray indices) {
        Shape shape = x.shape();
        int chosen = shape.axis(axis);
        Shape result = indices.shape();
        if (result.rank() != shape.rank() || !result.with(chosen, 1).equals(shape.with(chosen, 1))) {
            throw new IllegalArgumentException("takeAlong: indices " + result + " and array " + shape
                    + " differ beside axis " + chosen + "; they must agree there");
        }
        int stride = shape.strides()[chosen];
        int[] positions = new int[result.size()];
        for (int i = 0; i < positions.length; i++) {
            int index = (int) indices.get(i);
            if (index != indices.get(i)) {
                throw new IllegalArgumentException(
                        "takeAlong: index " + indices.get(i) + " is no whole number; round it before");
            }
            if (index < 0 || index >= shape.extent(chosen)) {
                throw new IllegalArgumentException(
                        "takeAlong: index " + index + " is outside axis " + chosen + " of " + shape);
            }
            int inner = i % stride;
            int outer = i / (stride * result.extent(chosen));
            positions[i] = (outer * shape.extent(chosen) + index) * stride + inner;
        }
        return pick("takeAlong", x, result, positions);
    }

    /** The order that sorts each line, equal elements as they come and NaN last. */
    static NdArray argsort(NdArray x, int axis) {
        return Lines.map(x.to(Precision.FLOAT64), axis, x.shape().extent(axis), (line, order) -> {
            int[] sorted = sorted(line);
            for (int i = 0; i < order.length; i++) {
                order[i] = sorted[i];
            }
        });
    }

    /** By merging runs of twice the length each time. */
    private static int[] sorted(double... line) {
        int[] order = IntStream.range(0, line.length).toArray();
        int[] merged = new int[order.length];
        for (long run = 1; run < order.length; run *= 2) {
            for (long from = 0; from < order.length; from += 2 * run) {
                int middle = (int) Math.min(from + run, order.length);
                merge(line, order, merged, (int) from, middle, (int) Math.min(middle + run, order.length));
            }
            int[] before = order;
            order = merged;
            merged = before;
        }
        return order;
    }

    private static void merge(double[] line, int[] order, int[] merged, int from, int middle, int end) {
        int left = from;
        int right = middle;
        for (int to = from; to < end; to++) {
            boolean takesRight = left == middle || (right < end && isBefore(line[order[right]], line[order[left]]));
            merged[to] = order[takesRight ? right++ : left++];
        }
    }

    private static boolean isBefore(double a, double b) {
        return a < b || (Double.isNaN(b) && !Double.isNaN(a));
    }

    static Tensor sort(Tensor x, int axis) {
        return takeAlong(x, axis, argsort(x.value(), axis));
    }

    /** Row-major positions of a diagonal of a matrix, {@code offset} above the main one. */
    private static int[] diagonalOf(int rows, int columns, int offset) {
        int length = Math.min(rows + Math.min(offset, 0), columns - Math.max(offset, 0));
        int first = offset >= 0 ? offset : -offset * columns;
        return IntStream.range(0, length).map(i -> first + i * (columns + 1)).toArray();
    }

    static Tensor diagonal(Tensor x, int offset) {
        requireRank("diagonal", x, 2);
        int[] positions = diagonalOf(x.shape().extent(0), x.shape().extent(1), offset);
        return pick("diagonal", x, Shape.of(positions.length), positions);
    }

    static Tensor diagonalMatrix(Tensor x, int offset) {
        requireRank("diagonalMatrix", x, 1);
        int extent = x.shape().extent(0) + Math.abs(offset);
        Shape matrix = Shape.of(extent, extent);
        return picking("diagonalMatrix", matrix, x.shape(), diagonalOf(extent, extent, offset))
                .transposed()
                .apply(x);
    }

    private static void requireRank(String operation, Tensor x, int rank) {
        if (x.shape().rank() != rank) {
            throw new IllegalArgumentException(
                    operation + ": got shape " + x.shape() + ", expected a " + (rank == 2 ? "matrix" : "vector"));
        }
    }

    /** What lies on and below a diagonal of the last two axes, or above it; zeros elsewhere, whatever stood there. */
    static Tensor triangle(Tensor x, int offset, boolean lower) {
        Shape shape = x.shape();
        if (shape.rank() < 2) {
            throw new IllegalArgumentException(
                    (lower ? "tril" : "triu") + ": got shape " + shape + ", expected a matrix or a stack of them");
        }
        int rows = shape.extent(-2);
        int columns = shape.extent(-1);
        double[] kept = IntStream.range(0, rows * columns)
                .mapToDouble(i -> {
                    int above = i % columns - i / columns - offset;
                    return (lower ? above <= 0 : above >= 0) ? 1 : 0;
                })
                .toArray();
        NdArray mask = NdArray.of(kept, rows, columns).to(x.precision());
        return Tensor.where(mask, x, Tensor.zerosLike(x));
    }
}
