package org.acutance.math.optimize;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.acutance.math.array.NdArray;

/**
 * Nonlinear conjugate gradients by Polak and Ribière with restarts, as SciPy's {@code CG} (Nocedal &amp; Wright 2006,
 * section 5.2; the descent condition is that of Gilbert &amp; Nocedal 1992).
 *
 * @param gtol converged when the norm of the gradient is at most this
 * @param norm which norm
 * @param maxiter limit of iterations; 200 per unknown if empty
 * @param c1 sufficient decrease
 * @param c2 curvature
 */
public record ConjugateGradient(double gtol, Norm norm, OptionalLong maxiter, double c1, double c2)
        implements Optimizer<ConjugateGradient.Heading> {
    private static final int PATIENCE = 100;
    private static final int TRIALS = 100;
    private static final double LEAST = 1e-100;
    private static final double MOST = 1e100;
    private static final double BRACKET = 1e-14;
    private static final double DESCENT = 0.01;

    /**
     * The state of nonlinear conjugate gradients.
     *
     * @param iterate the point
     * @param direction where to go from it
     * @param previousValue the value before it, at the start a guess that makes the first step about 1 long
     * @param firstGradient Euclidean norm of the gradient at the start
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Heading(
            Iterate iterate,
            NdArray direction,
            double previousValue,
            double firstGradient,
            double stepLength,
            Optional<Reason> reason)
            implements State {
        Heading ended(Reason why) {
            return new Heading(iterate, direction, previousValue, firstGradient, stepLength, Optional.of(why));
        }
    }

    @Override
    public Heading start(Objective objective, NdArray x0) {
        Iterate at = Iterate.of(objective.at(x0));
        NdArray steepest = at.gradient().times(-1);
        double norm = steepest.norm();
        return new Heading(at, steepest, at.value() + norm / 2, norm, 0, reason(at));
    }

    @Override
    public Heading step(Objective objective, Heading state) {
        Iterate at = state.iterate();
        Descent descent = Descent.along(
                objective,
                at,
                state.direction(),
                search(trial -> keepsDescending(at, trial)),
                line -> Descent.scipyFirstStep(line, state.previousValue()));
        return descent.found().isPresent() ? next(state, descent) : withoutStep(objective, state, descent.line());
    }

    /** Any lower point will do where something is to be gained: from there the steepest descent can be taken again. */
    private Heading withoutStep(Objective objective, Heading state, Line line) {
        Reason why = Diagnosis.of(line, state.firstGradient());
        if (why != Reason.LINE_SEARCH_FAILED) {
            return state.ended(why);
        }
        NdArray steepest = state.iterate().gradient().times(-1);
        Descent last =
                Descent.along(objective, state.iterate(), steepest, search(trial -> true), Descent::unitFirstStep);
        return last.found().isPresent() ? next(state, last) : state.ended(why);
    }

    private LineSearch search(Predicate<Trial> further) {
        Wolfe wolfe = new Wolfe(c1, c2, further);
        return LineSearch.robust(new MoreThuente(wolfe, BRACKET, LEAST, MOST, TRIALS), wolfe, MOST);
    }

    private boolean keepsDescending(Iterate from, Trial trial) {
        NdArray gradient = trial.point().gradient();
        double squared = gradient.dot(gradient);
        return -squared + share(from.gradient(), gradient) * trial.slope() <= -DESCENT * squared
                || norm.of(gradient) <= gtol;
    }

    /** How much of the old direction goes into the next (Nocedal &amp; Wright 2006, 5.45). */
    private static double share(NdArray before, NdArray after) {
        return Math.max(0, (after.dot(after) - before.dot(after)) / before.dot(before));
    }

    private Heading next(Heading state, Descent descent) {
        Iterate from = state.iterate();
        Iterate to = descent.next();
        double share = share(from.gradient(), to.gradient());
        NdArray direction =
                Vectors.combine(-1, to.gradient(), share, descent.line().direction());
        return new Heading(to, direction, from.value(), state.firstGradient(), descent.length(), reason(to));
    }

    private Optional<Reason> reason(Iterate at) {
        return norm.of(at.gradient()) <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter.orElse(200L * unknowns)).or(StopRule.noImprovement(PATIENCE));
    }
}
