package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.acutance.deblur.likelihood.HeldOut;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.State;
import org.acutance.math.optimize.StopRule;

/**
 * A classic iteration, ended after a number of steps: of itself, the image that explains the observation best fits the noise.
 * Where the number is to be found, a first run leaves out a tenth of the pixels, drawn at random, and counts the steps
 * until these are explained best; a second run makes as many with all of them.
 *
 * @param scheme the iteration
 * @param iterations how many steps; empty if that is to be found from the data
 * @param range which samples the result may have
 */
record Iterating(Scheme scheme, OptionalInt iterations, Range range) implements Method {
    private static final double HELD_OUT = 0.1;
    private static final int MOST = 1000;

    @Override
    public Optional<String> ownFidelity() {
        return Optional.of(scheme.fidelity());
    }

    @Override
    public boolean takesPrior() {
        return scheme.takesPrior();
    }

    @Override
    public boolean keepsLimits(Bounds limits) {
        return scheme.keepsLimits(limits);
    }

    @Override
    public int subsampling() {
        return scheme.subsampling();
    }

    @Override
    public double arraysHeld(Problem problem) {
        return scheme.arraysHeld(problem);
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return scheme.obstacle(problem);
    }

    @Override
    public List<String> notes(Problem problem) {
        return scheme.notes(problem);
    }

    @Override
    public OptionalInt length(Problem problem) {
        return iterations;
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        return (given, watch) -> {
            Supplier<NdArray> start = () -> scheme.start(problem, given.x());
            int count = iterations.orElseGet(() -> found(problem, limits, start, watch));
            Scheme.Prepared prepared = scheme.prepared(problem);
            Minimize<?> minimize = limits.on(counting(Minimize.by(prepared.optimizer()), count));
            return Solved.of(range.limited(watch.on(minimize).minimize(prepared.whole(), start)));
        };
    }

    @Override
    public Method settled(Problem problem, Solved solved) {
        return new Iterating(
                scheme, OptionalInt.of(Math.max(1, solved.solution().nit())), range);
    }

    private static <S extends State> Minimize<S> counting(Minimize<S> minimize, int count) {
        return minimize.withRule(StopRule.when(Reason.ITERATIONS_DONE, run -> run.iteration() >= count));
    }

    /** The number of steps after which pixels that were left out are explained best; few pixels tell nothing. */
    private int found(Problem problem, Limits limits, Supplier<NdArray> start, Watch watch) {
        NdArray observed = problem.observation().values();
        HeldOut.Split split = HeldOut.split(observed, problem.observation().weights(), HELD_OUT, 0);
        HeldOut unseen =
                new HeldOut(scheme.prepared(problem.withWeights(split.unseen())).data());
        Scheme.Prepared seen = scheme.prepared(problem.withWeights(split.seen()));
        Minimize<?> search = limits.on(counting(Minimize.by(seen.optimizer()), MOST));
        Solution solution =
                search.withCancel(watch.cancelled()).withObserver(unseen).minimize(seen.whole(), start);
        return solution.reason() == Reason.CANCELLED ? solution.nit() : Math.max(1, unseen.bestIteration());
    }
}
