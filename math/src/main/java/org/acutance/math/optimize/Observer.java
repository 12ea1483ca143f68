package org.acutance.math.optimize;

import java.util.function.Consumer;

/** Watches a run: a progress bar, a plot, a checkpoint. */
@FunctionalInterface
public interface Observer {
    /** Whether to go on. */
    enum Verdict {
        /** Go on. */
        CONTINUE,
        /** End with {@link Reason#STOP_REQUESTED}. */
        STOP
    }

    /** Called at the start and after each iteration, on the thread that minimises; the run may be kept. */
    Verdict observe(Run<?> run);

    /** An observer that never asks to stop. */
    static Observer watching(Consumer<Run<?>> consumer) {
        return run -> {
            consumer.accept(run);
            return Verdict.CONTINUE;
        };
    }
}
