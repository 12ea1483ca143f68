package org.acutance.math.autodiff;

import java.util.List;
import java.util.Optional;
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

    /** An operation; the rules are copied. */
    public Elementwise {
        partials = List.copyOf(partials);
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
