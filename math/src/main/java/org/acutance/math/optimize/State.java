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

    /** Whether the method goes by the values of the objective, so that it cannot begin where they are infinite. */
    default boolean goesByValues() {
        return true;
    }
}
