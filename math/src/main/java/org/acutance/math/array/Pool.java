package org.acutance.math.array;

import java.lang.ref.SoftReference;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/**
 * Work areas that are used again and again, by several threads; the collector may have those that lie idle.
 *
 * @param <T> a work area
 */
public final class Pool<T> {
    private final ConcurrentLinkedQueue<SoftReference<T>> idle = new ConcurrentLinkedQueue<>();
    private final Supplier<T> make;

    /** Areas that are made when none lies idle. */
    public Pool(Supplier<T> make) {
        this.make = make;
    }

    /** One with any contents; give it back with {@link #release}. */
    public T acquire() {
        for (SoftReference<T> kept = idle.poll(); kept != null; kept = idle.poll()) {
            Optional<T> area = Optional.ofNullable(kept.get());
            if (area.isPresent()) {
                return area.get();
            }
        }
        return make.get();
    }

    /** Gives an area back, for others to use. */
    public void release(T area) {
        idle.add(new SoftReference<>(area));
    }
}
