package org.acutance.deblur.method;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Observer;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.State;

/**
 * Who looks on while a problem is solved.
 *
 * @param observer told the run at the start and after each iteration
 * @param cancelled ends the run with the best estimate so far when it turns true
 */
public record Watch(Consumer<Run<?>> observer, BooleanSupplier cancelled) {
    /** Nobody looks on. */
    public static final Watch NOBODY = new Watch(run -> {}, () -> false);

    /** A loop that is watched. */
    <S extends State> Minimize<S> on(Minimize<S> minimize) {
        return minimize.withCancel(cancelled).withObserver(Observer.watching(observer));
    }
}
