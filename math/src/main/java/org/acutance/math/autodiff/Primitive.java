package org.acutance.math.autodiff;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * An operation together with its derivative rules. The rules are written in operations on tensors, so that they can be
 * differentiated again, and one declaration serves both modes.
 */
public sealed interface Primitive permits Elementwise, Linear, Custom, Joining {
    /** The name that messages and traces show. */
    String name();

    /** The value, from plain values. */
    NdArray evaluate(List<NdArray> arguments);

    /**
     * Reverse mode: what a cotangent of the result contributes to the cotangent of one argument.
     *
     * @param arguments the arguments of the call
     * @param result the result of the call
     * @param index which argument
     * @param cotangent of the shape of the result
     * @return a tensor of the shape of the argument
     */
    Tensor pullback(List<Tensor> arguments, Tensor result, int index, Tensor cotangent);

    /**
     * Forward mode: the tangent of the result.
     *
     * @param arguments the arguments of the call
     * @param result the result of the call
     * @param tangents one per argument, empty where the argument does not move; at least one is there
     * @return a tensor of the shape of the result
     */
    Tensor pushforward(List<Tensor> arguments, Tensor result, List<Optional<Tensor>> tangents);

    /** Applies this operation to tensors, recording it where a derivative is running. */
    default Tensor apply(Tensor... arguments) {
        return Trace.apply(this, List.of(arguments));
    }

    /** What one argument's tangent adds to the tangent of the result. */
    @FunctionalInterface
    interface Share {
        /** The share of argument {@code index}. */
        Tensor of(int index, Tensor tangent);
    }

    /** The sum of the shares of those arguments that move. */
    static Tensor sum(List<Optional<Tensor>> tangents, Share share) {
        Optional<Tensor> sum = Optional.empty();
        for (int i = 0; i < tangents.size(); i++) {
            if (tangents.get(i).isPresent()) {
                Tensor term = share.of(i, tangents.get(i).get());
                sum = Optional.of(sum.isPresent() ? sum.get().plus(term) : term);
            }
        }
        return sum.orElseThrow();
    }
}
