package org.acutance.math.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.Supplier;
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

    /**
     * The derivative of a function that acts on each element by itself, element by element. Where it does not, this is
     * the gradient of the sum of the results.
     *
     * @return a function that gives the derivatives, of the shape of its argument
     */
    public static UnaryOperator<Tensor> elementwiseGrad(Function<Tensor, Tensor> function) {
        return x -> {
            Linearized linearized = vjp(function, x);
            return linearized.pullback(Tensor.onesLike(linearized.value()));
        };
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

    /**
     * Products of the Gauss-Newton matrix {@code J' H J} with a vector, where J is the Jacobian of the residuals and H the
     * Hessian of the loss at the residuals (Schraudolph 2002): (point, vector) to product. It has no negative curvature
     * if the loss is convex.
     *
     * @param residuals the inner function
     * @param loss a scalar function of the residuals
     */
    public static BinaryOperator<Tensor> gaussNewtonProduct(
            Function<Tensor, Tensor> residuals, Function<Tensor, Tensor> loss) {
        return (x, vector) -> {
            Linearized inner = vjp(residuals, x);
            return inner.pullback(hessianProduct(loss).apply(inner.value(), inner.pushforward(vector)));
        };
    }

    /**
     * The product of a tensor with the Jacobian, over all axes of the tensor, which are the leading axes of the result: of
     * the shape of the remaining axes of the result followed by the shape of the point.
     *
     * @throws IllegalArgumentException if the tensor's shape does not begin the result's
     */
    public static NdArray tensorJacobianProduct(Function<Tensor, Tensor> function, Tensor x, Tensor tensor) {
        return jacobian(t -> contracted(tensor, function.apply(t)), x);
    }

    private static Tensor contracted(Tensor tensor, Tensor result) {
        int[] extents = result.shape().extents();
        int rank = tensor.shape().rank();
        if (rank > extents.length || !tensor.shape().equals(Shape.of(Arrays.copyOf(extents, rank)))) {
            throw new IllegalArgumentException("tensorJacobianProduct: tensor " + tensor.shape()
                    + " does not begin the shape of the result, " + result.shape());
        }
        int rows = tensor.shape().size();
        Shape rest = Shape.of(Arrays.copyOfRange(extents, rank, extents.length));
        Tensor row = tensor.to(result.precision()).reshape(1, rows).to(result.precision());
        return row.matmul(result.reshape(rows, rest.size()).to(result.precision()))
                .reshape(rest);
    }

    /**
     * A function that keeps nothing for the derivative but its argument, and runs again when the derivative is taken: less
     * memory for more time.
     *
     * @return the function; it throws IllegalArgumentException if the function uses a tensor that a derivative follows and
     *     that is not its argument
     */
    public static UnaryOperator<Tensor> checkpoint(Function<Tensor, Tensor> function) {
        Custom whole = new Custom(
                "checkpoint",
                x -> plain(function.apply(Tensor.of(x.get(0)))),
                List.of((t, x, y) -> vjp(function, x.get(0)).pullback(t)),
                List.of((t, x, y) -> jvp(function, x.get(0), t).tangent()));
        return x -> whole.apply(x);
    }

    private static NdArray plain(Tensor result) {
        if (result.level() != Trace.NONE) {
            throw new IllegalArgumentException(
                    "checkpoint: the function uses a tensor that a derivative follows and that"
                            + " is not its argument; hand it in, several at once with Parameters");
        }
        return result.value();
    }

    /**
     * Runs something and stops at the first operation that makes a NaN from operands without one, in values and in
     * derivatives, on this thread. It looks at every result, so it is for finding faults.
     *
     * @throws ArithmeticException naming the operation, the element, what it was made from, and the user's line that called
     *     it
     */
    public static <T> T debugNans(Supplier<T> work) {
        return NanWatch.watch(work);
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
