package org.acutance.math.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.jspecify.annotations.Nullable;

/** The record of one derivative: the operations in the order in which they ran, to be replayed in either direction. */
final class Tape {
    /** One operation that ran, and where it was called while {@link NanWatch} is on; inputs have no primitive. */
    private record Entry(
            Optional<Primitive> primitive,
            List<Tensor> primals,
            List<Optional<Recorded>> parents,
            Tensor result,
            String place) {}

    private final long level = Trace.newLevel();
    private final List<Entry> entries = new ArrayList<>();

    long level() {
        return level;
    }

    Recorded input(Tensor value) {
        return add(new Entry(Optional.empty(), List.of(), List.of(), value, ""));
    }

    Recorded record(Primitive primitive, List<Tensor> primals, List<Optional<Recorded>> parents, Tensor result) {
        return add(new Entry(Optional.of(primitive), primals, parents, result, NanWatch.place()));
    }

    private Recorded add(Entry entry) {
        entries.add(entry);
        return new Recorded(this, entries.size() - 1, entry.result());
    }

    /** Whether the tensor is a result of this tape. */
    boolean holds(Tensor tensor) {
        return tensor instanceof Recorded recorded && recorded.tape() == this;
    }

    /** Whether no derivative outside of this one follows anything on the tape, so that threads may share it. */
    boolean isOutermost() {
        return entries.stream()
                .allMatch(entry -> entry.result().level() == Trace.NONE
                        && entry.primals().stream().allMatch(primal -> primal.level() == Trace.NONE));
    }

    /** The cotangent of an input that a cotangent of an output leads to. */
    Tensor pullback(Recorded input, Recorded output, Tensor cotangent) {
        @Nullable Tensor[] cotangents = new @Nullable Tensor[output.position() + 1];
        cotangents[output.position()] = cotangent;
        for (int position = output.position(); position > input.position(); position--) {
            Tensor arrived = cotangents[position];
            cotangents[position] = null;
            if (arrived != null && !isZero(arrived)) {
                spread(entries.get(position), arrived, cotangents);
            }
        }
        Tensor result = cotangents[input.position()];
        return result == null ? Tensor.zerosLike(input) : result;
    }

    /** Whether nothing arrives, so that nothing is passed on, even by a slope that is infinite or NaN. */
    private static boolean isZero(Tensor cotangent) {
        if (cotangent instanceof Dual dual) {
            return isZero(dual.primal()) && isZero(dual.tangent());
        }
        NdArray value = cotangent.value();
        return cotangent.level() == Trace.NONE && value.size() > 0 && value.get(0) == 0 && value.maxAbs() == 0;
    }

    private static void spread(Entry entry, Tensor arrived, @Nullable Tensor[] cotangents) {
        entry.primitive().ifPresent(primitive -> {
            for (int i = 0; i < entry.parents().size(); i++) {
                if (entry.parents().get(i).isPresent()) {
                    int parent = entry.parents().get(i).get().position();
                    int index = i;
                    Tensor share = NanWatch.inRule(
                            primitive,
                            entry.place(),
                            () -> primitive.pullback(entry.primals(), entry.result(), index, arrived));
                    Tensor before = cotangents[parent];
                    cotangents[parent] = before == null ? share : before.plus(share);
                }
            }
        });
    }

    /** The tangent of an output that a tangent of an input leads to. */
    Tensor pushforward(Recorded input, Recorded output, Tensor tangent) {
        @Nullable Tensor[] tangents = new @Nullable Tensor[output.position() + 1];
        tangents[input.position()] = tangent;
        for (int position = input.position() + 1; position <= output.position(); position++) {
            tangents[position] = push(entries.get(position), tangents);
        }
        Tensor result = tangents[output.position()];
        return result == null ? Tensor.zerosLike(output) : result;
    }

    private static @Nullable Tensor push(Entry entry, @Nullable Tensor[] tangents) {
        List<Optional<Tensor>> arrived = new ArrayList<>(entry.parents().size());
        boolean moves = false;
        for (Optional<Recorded> parent : entry.parents()) {
            Optional<Tensor> tangent = parent.isPresent()
                    ? Optional.ofNullable(tangents[parent.get().position()])
                    : Optional.empty();
            arrived.add(tangent);
            moves |= tangent.isPresent();
        }
        return moves ? pushed(entry, arrived) : null;
    }

    private static Tensor pushed(Entry entry, List<Optional<Tensor>> arrived) {
        Primitive primitive = entry.primitive().orElseThrow();
        return NanWatch.inRule(
                primitive, entry.place(), () -> primitive.pushforward(entry.primals(), entry.result(), arrived));
    }
}
