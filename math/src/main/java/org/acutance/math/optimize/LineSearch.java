package org.acutance.math.optimize;

import java.util.Optional;

/** Finds a step along a line that leads to a lower value. */
@FunctionalInterface
interface LineSearch {
    /**
     * A trial that satisfies the search's conditions; empty if none was found.
     *
     * @param line a line that descends
     * @param firstStep the first step to try, positive
     */
    Optional<Trial> search(Line line, double firstStep);

    /** Searches once more in another way where this search fails. */
    default LineSearch orElse(LineSearch other) {
        return (line, firstStep) -> search(line, firstStep).or(() -> other.search(line, firstStep));
    }

    /** Newton-CG's and nonlinear CG's search: Moré-Thuente, then bracket and zoom, then bisection, as one. */
    static LineSearch robust(MoreThuente first, Wolfe wolfe, double most) {
        return first.orElse(new StrongWolfe(wolfe, most)).orElse(new WeakWolfe(wolfe));
    }
}
