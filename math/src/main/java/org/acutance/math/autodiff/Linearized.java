package org.acutance.math.autodiff;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.acutance.math.array.Shape;

/** A function at a point, recorded: its value there, and its Jacobian as products in both directions. */
public final class Linearized {
    private final Tape tape;
    private final Recorded input;
    private final Optional<Recorded> output;
    private final Tensor value;

    private Linearized(Tape tape, Recorded input, Tensor result) {
        this.tape = tape;
        this.input = input;
        this.output = tape.holds(result) ? Optional.of((Recorded) result) : Optional.empty();
        this.value = result.primalAt(tape.level());
    }

    static Linearized of(Function<Tensor, Tensor> function, Tensor x) {
        Tape tape = new Tape();
        Recorded input = tape.input(x);
        return new Linearized(tape, input, function.apply(input));
    }

    /** The value of the function. */
    public Tensor value() {
        return value;
    }

    /**
     * Vector-Jacobian product: what a cotangent of the result means for the argument.
     *
     * @throws IllegalArgumentException if the cotangent has another shape or precision than the result
     */
    public Tensor pullback(Tensor cotangent) {
        cotangent.value().requireLike("pullback", value.value());
        return output.map(recorded -> tape.pullback(input, recorded, cotangent))
                .orElseGet(() -> Tensor.zerosLike(input));
    }

    /**
     * Jacobian-vector product: the tangent of the result that a tangent of the argument leads to.
     *
     * @throws IllegalArgumentException if the tangent has another shape or precision than the argument
     */
    public Tensor pushforward(Tensor tangent) {
        tangent.value().requireLike("pushforward", input.value());
        return output.map(recorded -> tape.pushforward(input, recorded, tangent))
                .orElseGet(() -> Tensor.zerosLike(value));
    }

    /**
     * Jacobian-vector products of many tangents, stacked along a new first axis of both. They share the record, and the
     * threads of the machine where no other derivative is running.
     *
     * @throws IllegalArgumentException if a tangent has another shape or precision than the argument, or there is none
     */
    public Tensor pushforwards(Tensor tangents) {
        return each("pushforwards", tangents, input.shape(), this::pushforward);
    }

    /**
     * Vector-Jacobian products of many cotangents, stacked along a new first axis of both, as {@link #pushforwards}.
     *
     * @throws IllegalArgumentException if a cotangent has another shape or precision than the result, or there is none
     */
    public Tensor pullbacks(Tensor cotangents) {
        return each("pullbacks", cotangents, value.shape(), this::pullback);
    }

    private Tensor each(String operation, Tensor directions, Shape expected, UnaryOperator<Tensor> product) {
        Shape given = directions.shape();
        if (given.rank() == 0 || given.extent(0) == 0 || given.rank() != expected.rank() + 1) {
            throw new IllegalArgumentException(operation + ": got shape " + given + ", expected directions of shape "
                    + expected + " stacked along a first axis");
        }
        IntStream numbers = IntStream.range(0, given.extent(0));
        boolean alone = tape.isOutermost() && directions.level() == Trace.NONE && !NanWatch.isOn();
        return Tensor.stack(
                0,
                (alone ? numbers.parallel() : numbers)
                        .mapToObj(
                                i -> product.apply(directions.slice(0, i, i + 1).reshape(expected)))
                        .toArray(Tensor[]::new));
    }
}
