package org.acutance.math.autodiff;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * Derivatives of functions that are written in operations on tensors. Gradients and products are functions of tensors
 * again, so that they nest to any order; whole Jacobians and Hessians are plain arrays, where nesting ends.
 */
public final class Gradients {
    /** The value of a function at a point, and its gradient there, of the shape of the point. */
    public record ValueAndGradient(Tensor value, Tensor gradient) {}

    /** The value of a function at a point, and the directional derivative along a tangent. */
    public record ValueAndTangent(Tensor value, Tensor tangent) {}

    private Gradients() {}

    /**
     * The gradient of a function with a scalar result.
     *
     * @return a function that gives the gradient, of the shape of its argument; it throws IllegalArgumentException if the
     *     result has more than one element
     */
    public static UnaryOperator<Tensor> grad(Function<Tensor, Tensor> function) {
        return x -> valueAndGrad(function, x).gradient();
    }

    /**
     * Value and gradient at a point, from one run of the function.
     *
     * @throws IllegalArgumentException if the result has more than one element
     */
    public static ValueAndGradient valueAndGrad(Function<Tensor, Tensor> function, Tensor x) {
        Linearized linearized = vjp(function, x);
        Shape shape = linearized.value().shape();
        if (shape.size() != 1) {
            throw new IllegalArgumentException("grad: the function returned shape " + shape
                    + ", expected one element; reduce it with sum(), or use jacobian");
        }
        return new ValueAndGradient(linearized.value(), linearized.pullback(Tensor.onesLike(linearized.value())));
    }

    /** Runs a function and keeps its record: vector-Jacobian and Jacobian-vector products without running it again. */
    public static Linearized vjp(Function<Tensor, Tensor> function, Tensor x) {
        return Linearized.of(function, x);
    }

    /**
     * Value and directional derivative at a point, in one forward pass without a record.
     *
     * @throws IllegalArgumentException if the tangent has another shape or precision than the point
     */
    public static ValueAndTangent jvp(Function<Tensor, Tensor> function, Tensor x, Tensor tangent) {
        tangent.value().requireLike("jvp", x.value());
        long level = Trace.newLevel();
        Tensor result = function.apply(new Dual(level, x, tangent));
        return result instanceof Dual dual && dual.level() == level
                ? new ValueAndTangent(dual.primal(), dual.tangent())
                : new ValueAndTangent(result, Tensor.zerosLike(result));
    }

    /** Products of the Hessian of a scalar function with a vector: (point, vector) to product, forward over reverse. */
    public static BinaryOperator<Tensor> hessianProduct(Function<Tensor, Tensor> function) {
        return (x, vector) -> jvp(grad(function), x, vector).tangent();
    }

    /** The gradient at a point with its own record, for many Hessian products at that point. */
    public static Linearized linearizedGradient(Function<Tensor, Tensor> function, Tensor x) {
        return Linearized.of(grad(function), x);
    }

    /**
     * The Jacobian, of the shape of the result followed by the shape of the point. Rows by reverse mode or columns by
     * forward mode, whichever are fewer; for small problems.
     *
     * @throws IllegalArgumentException if it has more than 2^31 - 1 entries
     */
    public static NdArray jacobian(Function<Tensor, Tensor> function, Tensor x) {
        Linearized linearized = vjp(function, x);
        int rows = linearized.value().shape().size();
        int columns = x.shape().size();
        Shape shape = joined(linearized.value().shape(), x.shape());
        double[] entries = new double[shape.size()];
        if (columns <= rows) {
            for (int column = 0; column < columns; column++) {
                NdArray image = linearized.pushforward(unit(x, column)).value();
                for (int row = 0; row < rows; row++) {
                    entries[row * columns + column] = image.get(row);
                }
            }
        } else {
            for (int row = 0; row < rows; row++) {
                linearized.pullback(unit(linearized.value(), row)).value().read(0, entries, row * columns, columns);
            }
        }
        return NdArray.of(entries, shape).to(x.precision());
    }

    /** The Hessian of a scalar function, of the shape of the point twice; for small problems. */
    public static NdArray hessian(Function<Tensor, Tensor> function, Tensor x) {
        return jacobian(grad(function), x);
    }

    private static Tensor unit(Tensor like, int position) {
        return Tensor.of(NdArray.builder(like.shape(), like.precision())
                .write(position, new double[] {1}, 0, 1)
                .build());
    }

    private static Shape joined(Shape first, Shape second) {
        int[] extents = new int[first.rank() + second.rank()];
        System.arraycopy(first.extents(), 0, extents, 0, first.rank());
        System.arraycopy(second.extents(), 0, extents, first.rank(), second.rank());
        return Shape.of(extents);
    }
}
