package org.acutance.math.optimize;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Predicate;

/** When to stop a run, beside the method's own tests of convergence. Rules combine with {@code or} and {@code and}. */
@FunctionalInterface
public interface StopRule {
    /** The reason to stop after the iteration that the run has just made; empty to go on. */
    Optional<Reason> check(Run<?> run);

    /** Stops when this rule or the other does; this rule's reason comes first. */
    default StopRule or(StopRule other) {
        return run -> check(run).or(() -> other.check(run));
    }

    /** Stops when both rules do, with this rule's reason. */
    default StopRule and(StopRule other) {
        return run -> check(run).filter(reason -> other.check(run).isPresent());
    }

    /** Never stops. */
    static StopRule never() {
        return run -> Optional.empty();
    }

    /** Stops with a reason when a condition holds. */
    static StopRule when(Reason reason, Predicate<Run<?>> condition) {
        return run -> condition.test(run) ? Optional.of(reason) : Optional.empty();
    }

    /** Stops when a condition of the user's holds. */
    static StopRule when(Predicate<Run<?>> condition) {
        return when(Reason.STOP_REQUESTED, condition);
    }

    /** Stops after so many iterations, counted from the first start of the run. */
    static StopRule maxIterations(long iterations) {
        return when(Reason.MAX_ITERATIONS, run -> run.iteration() >= iterations);
    }

    /** Stops at the first iteration after which so many values or so many gradients have been computed. */
    static StopRule maxEvaluations(long evaluations) {
        return when(
                Reason.MAX_EVALUATIONS,
                run -> Math.max(run.counts().nfev(), run.counts().njev()) >= evaluations);
    }

    /** Stops at the first iteration after which so much time has been spent, waits between resumed runs left out. */
    static StopRule maxTime(Duration time) {
        return when(Reason.MAX_TIME, run -> run.latest().seconds() >= time.toNanos() * 1e-9);
    }

    /** Stops when the best value is at or below a target. */
    static StopRule target(double value) {
        return when(Reason.TARGET_REACHED, run -> run.best().value() <= value);
    }

    /**
     * Stops when the best value has not fallen by more than rounding for so many iterations. It is convergence as far
     * as the precision resolves if the gradient has fallen to a hundredth of that at the start.
     */
    static StopRule noImprovement(int iterations) {
        return run -> run.iterationsWithoutImprovement() >= iterations
                ? Optional.of(run.gradientHasFallen() ? Reason.PRECISION_REACHED : Reason.NO_IMPROVEMENT)
                : Optional.empty();
    }
}
