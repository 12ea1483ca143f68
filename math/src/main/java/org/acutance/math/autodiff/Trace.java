package org.acutance.math.autodiff;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.acutance.math.array.NdArray;

/**
 * Applies primitives at the innermost running derivative that the arguments belong to. Every derivative has a level of
 * its own, later ones higher, so that nested derivatives never take each other's tangents (no perturbation confusion).
 */
final class Trace {
    /** The level of values that no derivative follows. */
    static final long NONE = 0;

    private static final AtomicLong LEVELS = new AtomicLong(NONE);

    private Trace() {}

    static long newLevel() {
        return LEVELS.incrementAndGet();
    }

    static Tensor apply(Primitive primitive, List<Tensor> arguments) {
        long level = arguments.stream().mapToLong(Tensor::level).max().orElse(NONE);
        if (level == NONE) {
            List<NdArray> values = arguments.stream().map(Tensor::value).toList();
            return new Constant(primitive.evaluate(values));
        }
        List<Tensor> primals =
                arguments.stream().map(argument -> argument.primalAt(level)).toList();
        Tensor result = apply(primitive, primals);
        return arguments.stream().anyMatch(argument -> argument instanceof Dual && argument.level() == level)
                ? forward(primitive, level, arguments, primals, result)
                : record(primitive, level, arguments, primals, result);
    }

    private static Tensor forward(
            Primitive primitive, long level, List<Tensor> arguments, List<Tensor> primals, Tensor result) {
        List<Optional<Tensor>> tangents = arguments.stream()
                .map(argument -> argument instanceof Dual dual && dual.level() == level
                        ? Optional.of(dual.tangent())
                        : Optional.<Tensor>empty())
                .toList();
        return new Dual(level, result, primitive.pushforward(primals, result, tangents));
    }

    private static Tensor record(
            Primitive primitive, long level, List<Tensor> arguments, List<Tensor> primals, Tensor result) {
        List<Optional<Recorded>> parents = arguments.stream()
                .map(argument -> argument instanceof Recorded recorded && recorded.level() == level
                        ? Optional.of(recorded)
                        : Optional.<Recorded>empty())
                .toList();
        Tape tape = parents.stream()
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .tape();
        return tape.record(primitive, primals, parents, result);
    }
}
