package org.acutance.math.autodiff;

import java.util.Optional;
import java.util.function.Function;

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
}
