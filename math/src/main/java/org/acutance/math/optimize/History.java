package org.acutance.math.optimize;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** An immutable list that grows at its end in constant time, each version sharing the one before. */
final class History {
    private final Optional<History> before;
    private final Iteration last;
    private final int size;

    private History(Optional<History> before, Iteration last, int size) {
        this.before = before;
        this.last = last;
        this.size = size;
    }

    static History of(Iteration first) {
        return new History(Optional.empty(), first, 1);
    }

    History plus(Iteration next) {
        return new History(Optional.of(this), next, size + 1);
    }

    Iteration last() {
        return last;
    }

    List<Iteration> entries() {
        Iteration[] entries = new Iteration[size];
        Optional<History> part = Optional.of(this);
        while (part.isPresent()) {
            History history = part.get();
            entries[history.size - 1] = history.last;
            part = history.before;
        }
        return Arrays.asList(entries);
    }
}
