package org.acutance.deblur.restoration;

import org.acutance.math.optimize.Run;

/** Who looks on while an image is deblurred. */
@FunctionalInterface
public interface Watcher {
    /** Told the run at its start and after each of its iterations. */
    void see(Stage stage, Run<?> run);

    /**
     * Told before and after each part of the work for {@link Deblurring#uncertainty}.
     *
     * @param done number of parts that are done
     * @param all number of parts at most
     */
    default void seeUncertainty(int done, int all) {}
}
