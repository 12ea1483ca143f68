package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;

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

    /** What the user should know about the problem that it solves. */
    default List<String> notes(Problem problem) {
        return List.of();
    }

    /**
     * Prepares to solve a problem to which there is no obstacle. The prior's weights are all known.
     *
     * @param problem the problem
     * @param limits when to end, beside the method's own rules
     */
    Solver solver(Problem problem, Limits limits);
}
