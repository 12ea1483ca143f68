package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.acutance.math.optimize.Admm;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;

/**
 * Alternating directions that go as they went before: with the same penalties, for as many iterations. What happens to a
 * sample depends on its surroundings alone then.
 *
 * @param splitting how they went before
 * @param penalties one for each term, empty for one that was not split
 * @param iterations their number
 */
record SettledSplitting(Splitting splitting, List<OptionalDouble> penalties, int iterations) implements Method {
    /** Relative tolerance that no residual comes to. */
    private static final double NEVER = 1e-30;

    SettledSplitting {
        penalties = List.copyOf(penalties);
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return splitting.obstacle(problem);
    }

    @Override
    public OptionalInt length(Problem problem) {
        return OptionalInt.of(iterations);
    }

    @Override
    public double arraysHeld(Problem problem) {
        return splitting.arraysHeld(problem);
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        Admm admm = Admm.of(Splitting.terms(problem))
                .withPenalties(penalties)
                .withBalancing(0)
                .withTolerances(0, NEVER)
                .withLimits(iterations, iterations);
        return (start, watch) -> Splitting.last(
                watch.on(limits.on(Minimize.by(admm))).run(Objective.zero(), start.x()), OptionalInt.of(iterations));
    }
}
