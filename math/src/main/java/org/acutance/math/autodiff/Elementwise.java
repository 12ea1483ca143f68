package org.acutance.math.autodiff;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.acutance.math.array.Kernel;
import org.acutance.math.array.NdArray;

/**
 * An operation that acts on each element by itself, operands broadcast. Its Jacobian is diagonal, so that one rule per
 * argument, the product of a direction with the partial derivative, serves both modes.
 *
 * @param name the name in messages
 * @param kernel the loop that computes the values
 * @param partials one rule per argument
 */
public record Elementwise(String name, Kernel kernel, List<Partial> partials) implements Primitive {
    /** The product of a direction with the partial derivative by one argument. */
    @FunctionalInterface
    public interface Partial {
        /**
         * The direction, elementwise times the partial derivative.
         *
         * @param direction a tangent or a cotangent
         * @param x the arguments
         * @param y the result
         */
        Tensor times(Tensor direction, List<Tensor> x, Tensor y);
    }

    /** The product of a direction with the derivative of an operation on one argument. */
    @FunctionalInterface
    public interface UnaryPartial {
        /**
         * The direction, elementwise times the derivative.
         *
         * @param direction a tangent or a cotangent
         * @param x the argument
         * @param y the result
         */
        Tensor times(Tensor direction, Tensor x, Tensor y);
    }

    /** An operation; the rules are copied. */
    public Elementwise {
        partials = List.copyOf(partials);
    }

    /** An operation on one argument. */
    public static Elementwise unary(String name, Kernel kernel, UnaryPartial partial) {
        return new Elementwise(name, kernel, List.of((t, x, y) -> partial.times(t, x.get(0), y)));
    }

    /** An operation on one argument whose function takes long beside a call, so that it needs no loop of its own. */
    public static Elementwise of(String name, DoubleUnaryOperator function, UnaryPartial partial) {
        return unary(
                name,
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = function.applyAsDouble(in[0][i]);
                    }
                },
                partial);
    }

    /** An operation on two arguments whose function takes long beside a call. */
    public static Elementwise of(String name, DoubleBinaryOperator function, Partial byFirst, Partial bySecond) {
        return new Elementwise(
                name,
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = function.applyAsDouble(in[0][i], in[1][i]);
                    }
                },
                List.of(byFirst, bySecond));
    }

    @Override
    public NdArray evaluate(List<NdArray> arguments) {
        return NdArray.elementwise(name, kernel, arguments.toArray(NdArray[]::new));
    }

    @Override
    public Tensor pullback(List<Tensor> arguments, Tensor result, int index, Tensor cotangent) {
        Tensor contribution = partials.get(index).times(cotangent, arguments, result);
        return Arrangement.sumTo(contribution, arguments.get(index));
    }

    @Override
    public Tensor pushforward(List<Tensor> arguments, Tensor result, List<Optional<Tensor>> tangents) {
        return Primitive.sum(tangents, (i, tangent) -> partials.get(i).times(tangent, arguments, result))
                .broadcastTo(result.shape())
                .to(result.precision());
    }
}
