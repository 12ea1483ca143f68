package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is computed when it is first asked for and then kept. For use by one thread. */
final class Lazy<T> {
    private final Supplier<T> supplier;
    private Optional<T> kept = Optional.empty();

    Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    T get() {
        if (kept.isEmpty()) {
            kept = Optional.of(supplier.get());
        }
        return kept.get();
    }
}
