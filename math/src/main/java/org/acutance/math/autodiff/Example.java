package org.acutance.math.autodiff;

import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.acutance.math.array.Shape;

/**
 * An operation with operands at which its derivatives exist, for the contract that every operation must pass.
 *
 * @param operation the name of the method of {@link Tensor}
 * @param function the operation
 * @param operands shapes of the operands, and the ranges that their elements are drawn from
 */
public record Example(String operation, Function<List<Tensor>, Tensor> function, List<Operand> operands) {
    /** Shape of an operand, and the range that its elements are drawn from. */
    public record Operand(Shape shape, double low, double high) {}

    /** An example; the operands are copied. */
    public Example {
        operands = List.copyOf(operands);
    }

    /** An operation on one operand with elements from -1 to 1. */
    public static Example of(String operation, UnaryOperator<Tensor> function, int... extents) {
        return new Example(operation, x -> function.apply(x.get(0)), List.of(new Operand(Shape.of(extents), -1, 1)));
    }

    /** An operation on two operands with elements from -1 to 1. */
    public static Example of(String operation, BinaryOperator<Tensor> function, Shape left, Shape right) {
        return new Example(
                operation,
                x -> function.apply(x.get(0), x.get(1)),
                List.of(new Operand(left, -1, 1), new Operand(right, -1, 1)));
    }

    /** An elementwise operation in scalars, odd extents and axes of length one. */
    public static Stream<Example> elementwise(
            String operation, UnaryOperator<Tensor> function, double low, double high) {
        return Stream.of(Shape.SCALAR, Shape.of(1), Shape.of(5), Shape.of(3, 1, 5))
                .map(shape ->
                        new Example(operation, x -> function.apply(x.get(0)), List.of(new Operand(shape, low, high))));
    }

    /** An elementwise operation on two operands, equal in shape and broadcast against each other. */
    public static Stream<Example> elementwise(
            String operation, BinaryOperator<Tensor> function, double low, double high, double low2, double high2) {
        return Stream.of(
                        List.of(Shape.of(5), Shape.of(5)),
                        List.of(Shape.of(3, 1), Shape.of(1, 4)),
                        List.of(Shape.of(2, 3), Shape.SCALAR),
                        List.of(Shape.of(3), Shape.of(2, 1, 3)))
                .map(shapes -> new Example(
                        operation,
                        x -> function.apply(x.get(0), x.get(1)),
                        List.of(new Operand(shapes.get(0), low, high), new Operand(shapes.get(1), low2, high2))));
    }

    /** The name with the shapes of the operands. */
    @Override
    public String toString() {
        return operation + " "
                + Arrays.toString(operands.stream().map(Operand::shape).toArray());
    }
}
