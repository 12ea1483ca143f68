package org.acutance.math.autodiff;

import java.util.List;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/** Matrix products with their derivative rules. */
final class Products {
    /** {@code [m×k]} times {@code [k×n]}. */
    static final Custom MATMUL = Custom.bilinear(
            "matmul",
            NdArray::matmul,
            Products::matrices,
            (t, x, y) -> matrices(t, x.get(1).transpose()),
            (t, x, y) -> matrices(x.get(0).transpose(), t));

    static List<Example> examples() {
        return List.of(
                Example.of("matmul", Tensor::matmul, Shape.of(3, 5), Shape.of(5, 2)),
                Example.of("matmul", Tensor::matmul, Shape.of(1, 1), Shape.of(1, 3)),
                Example.of("matmul", Tensor::matmul, Shape.of(5), Shape.of(5, 2)),
                Example.of("matmul", Tensor::matmul, Shape.of(3, 5), Shape.of(5)),
                Example.of("matmul", Tensor::matmul, Shape.of(5), Shape.of(5)));
    }

    private Products() {}

    private static Tensor matrices(Tensor a, Tensor b) {
        return MATMUL.apply(a, b);
    }

    /** NumPy's matmul of vectors and matrices: a vector is a row on the left and a column on the right. */
    static Tensor matmul(Tensor a, Tensor b) {
        Shape left = a.shape();
        Shape right = b.shape();
        if (left.rank() < 1 || left.rank() > 2 || right.rank() < 1 || right.rank() > 2) {
            throw new IllegalArgumentException(
                    "matmul: got shapes " + left + " and " + right + ", expected vectors or matrices");
        }
        Tensor rows = left.rank() == 1 ? a.reshape(1, left.extent(0)) : a;
        Tensor columns = right.rank() == 1 ? b.reshape(right.extent(0), 1) : b;
        Tensor product = matrices(rows, columns);
        return product.reshape(resultShape(left, right, product.shape()));
    }

    private static Shape resultShape(Shape left, Shape right, Shape product) {
        Shape columnDropped = right.rank() == 1 ? Shape.of(product.extent(0)) : product;
        Shape rowDropped = right.rank() == 1 ? Shape.SCALAR : Shape.of(product.extent(1));
        return left.rank() == 1 ? rowDropped : columnDropped;
    }
}
