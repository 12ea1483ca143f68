package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * A method of minimisation. Its steps are pure: the same objective and state give the same next state, bit for bit, and
 * nothing else is remembered. {@link Minimize} does the rest.
 *
 * @param <S> the method's state
 */
public interface Optimizer<S extends State> {
    /**
     * The state before the first step.
     *
     * @param x0 where to start, of any shape and either precision
     */
    S start(Objective objective, NdArray x0);

    /** The state after one more iteration. Called only with states whose reason is empty. */
    S step(Objective objective, S state);

    /**
     * This method for points between limits, beside those that it keeps already; empty if it can keep none.
     *
     * @param bounds limits of the elements
     */
    default Optional<Optimizer<S>> within(Bounds bounds) {
        return Optional.empty();
    }

    /**
     * This method for points that keep constraints, beside those that it keeps already; empty if it can keep none.
     * Points on the way may violate them.
     */
    default Optional<Optimizer<S>> subjectTo(List<Constraint> constraints) {
        return Optional.empty();
    }

    /**
     * This method for objectives to which a function is added that need not be smooth; empty if it takes none, or one
     * already.
     *
     * @param function known by its proximal map
     */
    default Optional<Optimizer<S>> adding(Proximal function) {
        return Optional.empty();
    }

    /**
     * The limits that the method sets, such as {@code maxiter} and how long to wait for a lower value.
     *
     * @param unknowns number of elements of x
     */
    default StopRule limits(int unknowns) {
        return StopRule.never();
    }
}
