package org.acutance.math.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** Matrix products with their derivative rules. */
final class Products {
    /** {@code [m×k]} times {@code [k×n]}, or stacks of equally many. */
    static final Custom MATMUL = Custom.bilinear(
            "matmul",
            NdArray::matmul,
            Products::matrices,
            (t, x, y) -> matrices(t, x.get(1).swapAxes(-1, -2)),
            (t, x, y) -> matrices(x.get(0).swapAxes(-1, -2), t));

    static List<Example> examples() {
        return List.of(
                Example.of("matmul", Tensor::matmul, Shape.of(3, 5), Shape.of(5, 2)),
                Example.of("matmul", Tensor::matmul, Shape.of(1, 1), Shape.of(1, 3)),
                Example.of("matmul", Tensor::matmul, Shape.of(5), Shape.of(5, 2)),
                Example.of("matmul", Tensor::matmul, Shape.of(3, 5), Shape.of(5)),
                Example.of("matmul", Tensor::matmul, Shape.of(5), Shape.of(5)),
                Example.of("matmul", Tensor::matmul, Shape.of(2, 3, 4), Shape.of(2, 4, 2)),
                Example.of("matmul", Tensor::matmul, Shape.of(2, 1, 3, 2), Shape.of(2, 2, 3)),
                Example.of("tensordot", (a, b) -> a.tensordot(b, 2), Shape.of(2, 3, 4), Shape.of(3, 4, 2)),
                Example.of(
                        "tensordot",
                        (a, b) -> a.tensordot(b, new int[] {0, -1}, new int[] {1, 0}),
                        Shape.of(2, 3, 4),
                        Shape.of(4, 2)),
                Example.of("tensordot", (a, b) -> a.tensordot(b, 0), Shape.of(2), Shape.of(3)),
                Example.of("inner", Tensor::inner, Shape.of(2, 3), Shape.of(4, 3)),
                Example.of("outer", Tensor::outer, Shape.of(2, 2), Shape.of(3)),
                Example.of("kron", Tensor::kron, Shape.of(2, 3), Shape.of(2, 2)),
                Example.of("kron", Tensor::kron, Shape.of(2), Shape.of(2, 3)),
                Example.of("cross", (a, b) -> a.cross(b, 0), Shape.of(3, 2), Shape.of(3, 2)),
                Example.of("einsum", (a, b) -> Tensor.einsum("ij,jk", a, b), Shape.of(2, 3), Shape.of(3, 2)),
                Example.of(
                        "einsum", (a, b) -> Tensor.einsum("bij,bkj->bik", a, b), Shape.of(2, 3, 4), Shape.of(2, 2, 4)),
                Example.of("einsum", (a, b) -> Tensor.einsum("ij,ij,k->ki", a, a, b), Shape.of(2, 3), Shape.of(2)),
                Example.of("einsum", (a, b) -> Tensor.einsum("iij,jl->l", a, b), Shape.of(2, 2, 3), Shape.of(3, 2)),
                Example.of("einsum", x -> Tensor.einsum("iij->ji", x), 2, 2, 3),
                Example.of(
                        "einsum",
                        (a, b) -> Tensor.einsum("...ij,...jk->...ik", a, b),
                        Shape.of(2, 1, 2, 3),
                        Shape.of(3, 3, 2)),
                Example.of("einsum", x -> Tensor.einsum("ijk->", x), 2, 2, 3));
    }

    private Products() {}

    private static Tensor matrices(Tensor a, Tensor b) {
        return MATMUL.apply(a, b);
    }

    /** NumPy's matmul: a vector is a row on the left and a column on the right, leading axes broadcast. */
    static Tensor matmul(Tensor a, Tensor b) {
        Shape left = a.shape();
        Shape right = b.shape();
        if (left.rank() < 1 || right.rank() < 1) {
            throw new IllegalArgumentException(
                    "matmul: got shapes " + left + " and " + right + ", expected vectors, matrices or stacks of them");
        }
        Tensor rows = left.rank() == 1 ? a.reshape(1, left.extent(0)) : a;
        Tensor columns = right.rank() == 1 ? b.reshape(right.extent(0), 1) : b;
        Tensor product = rows.shape().rank() == 2 && columns.shape().rank() == 2
                ? matrices(rows, columns)
                : stacked(rows, columns);
        int[] gone = IntStream.of(left.rank() == 1 ? -2 : 0, right.rank() == 1 ? -1 : 0)
                .filter(axis -> axis < 0)
                .toArray();
        return gone.length == 0 ? product : product.reshape(Reductions.without(product.shape(), gone));
    }

    private static Tensor stacked(Tensor a, Tensor b) {
        Shape leading = Shape.broadcast("matmul", leading(a), leading(b));
        Tensor product = matrices(flattened(a, leading), flattened(b, leading));
        return product.reshape(
                joined(leading, product.shape().extent(1), product.shape().extent(2)));
    }

    private static Shape leading(Tensor x) {
        return Shape.of(Arrays.copyOf(x.shape().extents(), x.shape().rank() - 2));
    }

    private static Tensor flattened(Tensor x, Shape leading) {
        int rows = x.shape().extent(-2);
        int columns = x.shape().extent(-1);
        return x.broadcastTo(joined(leading, rows, columns)).reshape(leading.size(), rows, columns);
    }

    private static Shape joined(Shape first, int... second) {
        return Shape.of(IntStream.concat(IntStream.of(first.extents()), IntStream.of(second))
                .toArray());
    }

    /** Sums over pairs of axes, one of each operand; the other axes of the first come before those of the second. */
    static Tensor tensordot(Tensor a, Tensor b, int[] axesOfA, int[] axesOfB) {
        int[] left = a.shape().axes("tensordot", axesOfA);
        int[] right = b.shape().axes("tensordot", axesOfB);
        Shape summed = extents(a, left);
        if (!summed.equals(extents(b, right))) {
            throw new IllegalArgumentException(
                    "tensordot: axes " + Arrays.toString(axesOfA) + " of " + a.shape() + " and "
                            + Arrays.toString(axesOfB) + " of " + b.shape() + " differ in extent; sum over equal ones");
        }
        Tensor rows = Arrangement.rowsAlong("tensordot", a, left).reshape(rows(a, left), summed.size());
        Tensor columns = Arrangement.rowsAlong("tensordot", b, right).reshape(rows(b, right), summed.size());
        Shape result = joined(
                Reductions.without(a.shape(), left),
                Reductions.without(b.shape(), right).extents());
        return matrices(rows, columns.transpose()).reshape(result);
    }

    private static int rows(Tensor x, int... summed) {
        return Reductions.without(x.shape(), summed).size();
    }

    private static Shape extents(Tensor x, int... axes) {
        return Shape.of(IntStream.of(axes).map(x.shape()::extent).toArray());
    }

    /** Kronecker's product: every element of the first times the whole second, the shapes filled up with leading ones. */
    static Tensor kron(Tensor a, Tensor b) {
        int rank = Math.max(a.shape().rank(), b.shape().rank());
        int[] left = a.shape().expandedTo(rank).extents();
        int[] right = b.shape().expandedTo(rank).extents();
        int[] coarse = new int[2 * rank];
        int[] fine = new int[2 * rank];
        int[] result = new int[rank];
        for (int axis = 0; axis < rank; axis++) {
            coarse[2 * axis] = left[axis];
            coarse[2 * axis + 1] = 1;
            fine[2 * axis] = 1;
            fine[2 * axis + 1] = right[axis];
            result[axis] = left[axis] * right[axis];
        }
        return a.reshape(coarse).times(b.reshape(fine)).reshape(result);
    }

    /** The vector product of three components along an axis. */
    static Tensor cross(Tensor a, Tensor b, int axis) {
        if (a.shape().extent(axis) != 3 || b.shape().extent(axis) != 3) {
            throw new IllegalArgumentException("cross: shapes " + a.shape() + " and " + b.shape()
                    + " have not three components along axis " + axis);
        }
        Tensor forward = a.roll(axis, -1).times(b.roll(axis, -2));
        return forward.minus(a.roll(axis, -2).times(b.roll(axis, -1)));
    }
}
