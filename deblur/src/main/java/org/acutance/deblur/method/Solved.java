package org.acutance.deblur.method;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.State;

/**
 * A solved problem.
 *
 * @param solution the best estimate, of the shape of the canvas, and why the search ended
 * @param state what the method carried at the end; empty if nothing can go on from it
 */
public record Solved(Solution solution, Optional<State> state) {
    /** A solution from which nothing goes on. */
    static Solved of(Solution solution) {
        return new Solved(solution, Optional.empty());
    }

    /** What a run ended with. */
    static Solved of(Run<?> run) {
        return new Solved(run.solution(), Optional.of(run.state()));
    }

    /** The estimate at which the method ended, which may be another one than the best. */
    public NdArray latest() {
        return state.map(kept -> kept.iterate().x()).orElse(solution.x());
    }

    /** Where the search for a neighbouring problem can start. */
    public Start start() {
        return new Start(solution::x, state);
    }
}
