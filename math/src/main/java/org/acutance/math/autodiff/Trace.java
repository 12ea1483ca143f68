package org.acutance.math.autodiff;

import java.util.ArrayList;
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
        long level = NONE;
        for (Tensor argument : arguments) {
            level = Math.max(level, argument.level());
        }
        return level == NONE
                ? new Constant(evaluated(primitive, values(arguments)))
                : traced(primitive, level, arguments);
    }

    private static NdArray evaluated(Primitive primitive, List<NdArray> arguments) {
        NdArray result = primitive.evaluate(arguments);
        return NanWatch.isOn() ? NanWatch.checked(primitive, arguments, result) : result;
    }

    // Loops and not streams here and in the rules: a short run would spend more time on compiling streams than on
    // numbers.
    private static List<NdArray> values(List<Tensor> arguments) {
        NdArray[] values = new NdArray[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = arguments.get(i).value();
        }
        return List.of(values);
    }

    private static Tensor traced(Primitive primitive, long level, List<Tensor> arguments) {
        Tensor[] primals = new Tensor[arguments.size()];
        boolean forward = false;
        for (int i = 0; i < primals.length; i++) {
            Tensor argument = arguments.get(i);
            primals[i] = argument.primalAt(level);
            forward |= argument instanceof Dual && argument.level() == level;
        }
        List<Tensor> values = List.of(primals);
        Tensor result = apply(primitive, values);
        return forward
                ? forward(primitive, level, arguments, values, result)
                : record(primitive, level, arguments, values, result);
    }

    private static Tensor forward(
            Primitive primitive, long level, List<Tensor> arguments, List<Tensor> primals, Tensor result) {
        List<Optional<Tensor>> tangents = new ArrayList<>(arguments.size());
        for (Tensor argument : arguments) {
            tangents.add(
                    argument instanceof Dual dual && dual.level() == level
                            ? Optional.of(dual.tangent())
                            : Optional.empty());
        }
        String place = NanWatch.place();
        Tensor tangent = NanWatch.inRule(primitive, place, () -> primitive.pushforward(primals, result, tangents));
        return new Dual(level, result, tangent);
    }

    private static Tensor record(
            Primitive primitive, long level, List<Tensor> arguments, List<Tensor> primals, Tensor result) {
        List<Optional<Recorded>> parents = new ArrayList<>(arguments.size());
        for (Tensor argument : arguments) {
            parents.add(
                    argument instanceof Recorded recorded && recorded.level() == level
                            ? Optional.of(recorded)
                            : Optional.empty());
        }
        return tape(parents).record(primitive, primals, parents, result);
    }

    private static Tape tape(List<Optional<Recorded>> parents) {
        for (Optional<Recorded> parent : parents) {
            if (parent.isPresent()) {
                return parent.get().tape();
            }
        }
        throw new IllegalStateException("trace: no operand belongs to the running derivative");
    }
}
