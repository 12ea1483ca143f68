package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;

/**
 * A minimisation at some moment: immutable, and all that is needed to go on with it later. Observers and stop rules see
 * it after each iteration.
 *
 * @param <S> the method's state
 */
public final class Run<S extends State> {
    private final S state;
    private final S best;
    private final Progress progress;
    private final History history;
    private final Counts counts;
    private final Optional<Reason> reason;

    private Run(S state, S best, Progress progress, History history, Counts counts, Optional<Reason> reason) {
        this.state = state;
        this.best = best;
        this.progress = progress;
        this.history = history;
        this.counts = counts;
        this.reason = reason;
    }

    /** When and to what the best point last improved by more than rounding, and the norm of the first gradient. */
    private record Progress(int iteration, double value, double maxcv, double firstGradient) {
        Progress after(int now, State best) {
            Iterate at = best.iterate();
            double resolution = at.x().precision().epsilon() * Math.abs(value);
            return at.value() < value - resolution || best.maxcv() < maxcv
                    ? new Progress(now, at.value(), best.maxcv(), firstGradient)
                    : this;
        }
    }

    static <S extends State> Run<S> start(S state, Counts counts, double seconds) {
        Iterate first = state.iterate();
        boolean usable = first.isFinite()
                || (!state.goesByValues()
                        && first.value() == Double.POSITIVE_INFINITY
                        && first.x().isFinite());
        Optional<Reason> reason = usable ? state.reason() : Optional.of(Reason.NON_FINITE);
        return new Run<>(
                state,
                state,
                new Progress(0, first.value(), state.maxcv(), first.gradientNorm()),
                History.of(Iteration.of(0, state, counts, seconds)),
                counts,
                reason);
    }

    /** A step that ended where it began is no iteration. */
    Run<S> then(S next, Counts counts, double seconds) {
        if (next.reason().isPresent() && next.iterate().equals(state.iterate())) {
            S kept = next.isAtLeastAsGoodAs(best) ? next : best;
            return new Run<>(next, kept, progress, history, counts, next.reason());
        }
        int iteration = iteration() + 1;
        S better = next.isAtLeastAsGoodAs(best) ? next : best;
        return new Run<>(
                next,
                better,
                progress.after(iteration, better),
                history.plus(Iteration.of(iteration, next, counts, seconds)),
                counts,
                next.reason());
    }

    Run<S> ended(Reason why) {
        return new Run<>(state, best, progress, history, counts, Optional.of(why));
    }

    Run<S> reopened() {
        return new Run<>(state, best, progress, history, counts, best().isFinite() ? state.reason() : reason);
    }

    /** The method's state. */
    public S state() {
        return state;
    }

    /** The best point so far. */
    public Iterate best() {
        return best.iterate();
    }

    /** The state at the best point so far. */
    public S bestState() {
        return best;
    }

    /** Number of iterations so far. */
    public int iteration() {
        return latest().iteration();
    }

    /** Evaluations so far. */
    public Counts counts() {
        return counts;
    }

    /** The last line of the history. */
    public Iteration latest() {
        return history.last();
    }

    /** One line per iteration, the start first. */
    public List<Iteration> history() {
        return history.entries();
    }

    /** Why it ended; empty while it runs. */
    public Optional<Reason> reason() {
        return reason;
    }

    /** Number of iterations since the best value last fell by more than rounding. */
    public int iterationsWithoutImprovement() {
        return iteration() - progress.iteration();
    }

    /** Whether the gradient at the best point is at most a hundredth of that at the start; true where there is none. */
    public boolean gradientHasFallen() {
        return !best().hasGradient() || best().gradient().norm() <= Descent.FALLEN * progress.firstGradient();
    }

    /**
     * The result so far, at the best point.
     *
     * @throws IllegalStateException if the run has not ended
     */
    public Solution solution() {
        Reason why = reason.orElseThrow(
                () -> new IllegalStateException("run: not ended after " + iteration() + " iterations; resume it"));
        return Solution.of(this, why);
    }
}
