package org.acutance.math.autodiff;

import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;

/**
 * An operation with hand-written rules, for products and for hot composites.
 *
 * @param name the name in messages
 * @param value the operation on plain values
 * @param pullbacks one reverse rule per argument
 * @param pushforwards one forward rule per argument: its share of the result's tangent
 */
public record Custom(String name, Function<List<NdArray>, NdArray> value, List<Rule> pullbacks, List<Rule> pushforwards)
        implements Primitive {
    /** A derivative rule by one argument. */
    @FunctionalInterface
    public interface Rule {
        /**
         * The contribution of a direction.
         *
         * @param direction the cotangent of the result (reverse) or the tangent of the argument (forward)
         * @param x the arguments
         * @param y the result
         */
        Tensor apply(Tensor direction, List<Tensor> x, Tensor y);
    }

    /** An operation; the rules are copied. */
    public Custom {
        pullbacks = List.copyOf(pullbacks);
        pushforwards = List.copyOf(pushforwards);
    }

    /** A product: linear in each of two arguments, so that the forward rules are the product itself. */
    public static Custom bilinear(
            String name,
            BinaryOperator<NdArray> value,
            BinaryOperator<Tensor> product,
            Rule pullbackLeft,
            Rule pullbackRight) {
        return new Custom(
                name,
                arguments -> value.apply(arguments.get(0), arguments.get(1)),
                List.of(pullbackLeft, pullbackRight),
                List.of((t, x, y) -> product.apply(t, x.get(1)), (t, x, y) -> product.apply(x.get(0), t)));
    }

    /**
     * An operation from its forward rules alone; the reverse rules are their transposes, which come from recording them.
     *
     * @param pushforwards one per argument, linear in the direction, written in operations on tensors
     */
    public static Custom ofPushforwards(String name, Function<List<NdArray>, NdArray> value, Rule... pushforwards) {
        List<Rule> pullbacks = IntStream.range(0, pushforwards.length)
                .<Rule>mapToObj(i -> (t, x, y) -> transposed(u -> pushforwards[i].apply(u, x, y), x.get(i), t))
                .toList();
        return new Custom(name, value, pullbacks, List.of(pushforwards));
    }

    /**
     * An operation from its reverse rules alone; the forward rules are their transposes, which come from recording them.
     *
     * @param pullbacks one per argument, linear in the direction, written in operations on tensors
     */
    public static Custom ofPullbacks(String name, Function<List<NdArray>, NdArray> value, Rule... pullbacks) {
        List<Rule> pushforwards = IntStream.range(0, pullbacks.length)
                .<Rule>mapToObj(i -> (t, x, y) -> transposed(u -> pullbacks[i].apply(u, x, y), y, t))
                .toList();
        return new Custom(name, value, List.of(pullbacks), pushforwards);
    }

    private static Tensor transposed(Function<Tensor, Tensor> linear, Tensor like, Tensor direction) {
        return Linearized.of(linear, Tensor.zerosLike(like)).pullback(direction);
    }

    @Override
    public NdArray evaluate(List<NdArray> arguments) {
        return value.apply(arguments);
    }

    @Override
    public Tensor pullback(List<Tensor> arguments, Tensor result, int index, Tensor cotangent) {
        return pullbacks.get(index).apply(cotangent, arguments, result);
    }

    @Override
    public Tensor pushforward(List<Tensor> arguments, Tensor result, List<Optional<Tensor>> tangents) {
        return Primitive.sum(tangents, (i, tangent) -> pushforwards.get(i).apply(tangent, arguments, result));
    }
}
