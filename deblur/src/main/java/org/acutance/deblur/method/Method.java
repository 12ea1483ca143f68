package org.acutance.deblur.method;

import java.util.Optional;

/** A way to solve deblurring problems. */
public interface Method {
    /** Why it cannot solve a problem, with the way out; empty if it can. */
    Optional<String> obstacle(Problem problem);

    /**
     * Prepares to solve a problem to which there is no obstacle. The prior's weights are all known.
     *
     * @param problem the problem
     * @param limits when to end, beside the method's own rules
     */
    Solver solver(Problem problem, Limits limits);
}
