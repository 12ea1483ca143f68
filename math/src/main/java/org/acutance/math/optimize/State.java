package org.acutance.math.optimize;

import java.util.Optional;

/** Everything that a method carries from one step to the next: an immutable record. */
public interface State {
    /** The current point. */
    Iterate iterate();

    /** Euclidean length of the step that led here; 0 at the start. */
    double stepLength();

    /** Why the method can or need not go on from here; empty while it can. */
    Optional<Reason> reason();

    /** The largest violation of a constraint at the point, in units of the constraint; 0 where there is none. */
    default double maxcv() {
        return 0;
    }

    /** Lagrange's multipliers at the point; empty if the method keeps no constraints. */
    default Optional<Multipliers> multipliers() {
        return Optional.empty();
    }

    /**
     * Whether this point is at least as good as an earlier one. Where both keep the constraints to 1e-8 the lower value is
     * better; else the smaller violation is, unless the method has converged here.
     */
    default boolean isAtLeastAsGoodAs(State earlier) {
        double violation = Math.max(maxcv(), earlier.maxcv());
        boolean lower = iterate().value() <= earlier.iterate().value();
        if (violation <= 0) {
            return lower;
        }
        boolean converged = reason().filter(Reason::success).isPresent();
        return converged || (violation <= 1e-8 ? lower : maxcv() <= earlier.maxcv());
    }

    /** Whether the method goes by the values of the objective, so that it cannot begin where they are infinite. */
    default boolean goesByValues() {
        return true;
    }
}
