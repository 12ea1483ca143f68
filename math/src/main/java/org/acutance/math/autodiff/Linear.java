package org.acutance.math.autodiff;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/**
 * A linear operation on one argument. Its action and its adjoint are all that is needed for derivatives of every order
 * in both modes.
 *
 * @param name the name in messages
 * @param action the operation
 * @param adjoint its adjoint: {@code <action(x), y> = <x, adjoint(y)>}
 */
public record Linear(String name, UnaryOperator<NdArray> action, UnaryOperator<NdArray> adjoint) implements Primitive {
    /** The adjoint as an operation of its own. */
    public Linear transposed() {
        return new Linear("adjoint of " + name, adjoint, action);
    }

    @Override
    public NdArray evaluate(List<NdArray> arguments) {
        return action.apply(arguments.get(0));
    }

    @Override
    public Tensor pullback(List<Tensor> arguments, Tensor result, int index, Tensor cotangent) {
        return transposed().apply(cotangent);
    }

    @Override
    public Tensor pushforward(List<Tensor> arguments, Tensor result, List<Optional<Tensor>> tangents) {
        return apply(tangents.get(0).orElseThrow());
    }
}
