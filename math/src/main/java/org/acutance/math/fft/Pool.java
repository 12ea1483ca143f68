package org.acutance.math.fft;

import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** Work areas that are used again and again; the collector may have those that lie idle. */
final class Pool<T> {
    private final ConcurrentLinkedQueue<SoftReference<T>> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> make;

    Pool(Supplier<T> make) {
        this.make = make;
    }

    /** One with any contents; give it back with {@link #release}. */
    T acquire() {
        for (SoftReference<T> kept = idle.poll(); kept != null; kept = idle.poll()) {
            Optional<T> area = Optional.ofNullable(kept.get());
            if (area.isPresent()) {
                return area.get();
            }
        }
        return make.get();
    }

    void release(T area) {
        idle.add(new SoftReference<>(area));
    }
}
