package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.acutance.math.optimize.Bounds;

/** A way to solve deblurring problems. */
public interface Method {
    /** Why it cannot solve a problem, with the way out; empty if it can. */
    Optional<String> obstacle(Problem problem);

    /** The data term that it brings with it, in words; empty if it takes any problem's. */
    default Optional<String> ownFidelity() {
        return Optional.empty();
    }

    /** Whether it uses the problem's priors; otherwise it regularises by its own parameters or by ending early. */
    default boolean takesPrior() {
        return true;
    }

    /** Whether its results are within such limits though it takes no prior. */
    default boolean keepsLimits(Bounds limits) {
        return false;
    }

    /** How many times finer than the pixels the grid is that it takes the point spread function to be given on. */
    default int subsampling() {
        return 1;
    }

    /**
     * Whether the result is the mean of estimates by each of {@link
     * org.acutance.deblur.prior.Regulariser#byConvexity}, so that each has a weight of its own.
     */
    default boolean averages(Problem problem) {
        return false;
    }

    /** What the user should know about the problem that it solves. */
    default List<String> notes(Problem problem) {
        return List.of();
    }

    /** What it does with a problem to which there is no obstacle, and why, in words that follow its name. */
    default String reason(Problem problem) {
        return "as asked for";
    }

    /** The number of its iterations, if that is known before. */
    default OptionalInt length(Problem problem) {
        return OptionalInt.empty();
    }

    /** About how many arrays of the size of the canvas it holds at most, the observation and its weights included. */
    default double arraysHeld(Problem problem) {
        return 40;
    }

    /**
     * This method with what it found while it solved a problem, such as penalties or a number of iterations, kept as it is, so
     * that solutions for other parts of the same image agree where they overlap.
     *
     * @param problem a part of an image
     * @param solved by this method
     */
    default Method settled(Problem problem, Solved solved) {
        return this;
    }

    /**
     * Prepares to solve a problem to which there is no obstacle. The prior's weights are all known.
     *
     * @param problem the problem
     * @param limits when to end, beside the method's own rules
     */
    Solver solver(Problem problem, Limits limits);
}
