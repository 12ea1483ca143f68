package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;

/** A classic iteration: what it minimises and how it steps. */
interface Scheme {
    /**
     * A scheme that is ready for one problem.
     *
     * @param data the misfit alone
     * @param whole what is minimised
     * @param optimizer how it steps
     */
    record Prepared(Objective data, Objective whole, Optimizer<?> optimizer) {}

    /** What it minimises, in words. */
    String fidelity();

    /** See {@link Method#takesPrior}. */
    boolean takesPrior();

    /** See {@link Method#keepsLimits}. */
    boolean keepsLimits(Bounds limits);

    /** See {@link Method#subsampling}. */
    default int subsampling() {
        return 1;
    }

    /** See {@link Method#arraysHeld}. */
    default double arraysHeld(Problem problem) {
        return 40;
    }

    /** See {@link Method#obstacle}. */
    Optional<String> obstacle(Problem problem);

    /** See {@link Method#notes}. */
    List<String> notes(Problem problem);

    /** The scheme for a problem to which there is no obstacle, its weights respected. */
    Prepared prepared(Problem problem);

    /**
     * Where it starts.
     *
     * @param given the start that the user chose, of the shape of the canvas
     * @throws IllegalArgumentException if it cannot start there
     */
    NdArray start(Problem problem, NdArray given);
}
