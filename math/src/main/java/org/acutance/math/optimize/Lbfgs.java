package org.acutance.math.optimize;

import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The limited-memory quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno, with the defaults, line search and
 * convergence tests of SciPy's {@code L-BFGS-B} (Liu &amp; Nocedal 1989; Nocedal &amp; Wright 2006, algorithm 7.5).
 *
 * @param maxcor number of pairs of steps and gradient changes that are kept
 * @param ftol converged when the last decrease, and the one that the model promises next, are at most this times the
 *     larger of 1 and the value
 * @param gtol converged when no element of the gradient is larger
 * @param maxiter limit of iterations
 * @param maxfun limit of evaluations
 * @param maxls limit of evaluations in one line search
 */
public record Lbfgs(int maxcor, double ftol, double gtol, int maxiter, int maxfun, int maxls)
        implements Optimizer<Lbfgs.Memory> {
    private static final int PATIENCE = 100;
    private static final Wolfe WOLFE = new Wolfe(1e-3, 0.9);
    private static final double BRACKET = 0.1;
    private static final double MOST = 1e10;

    /**
     * The state of the quasi-Newton method.
     *
     * @param iterate the point
     * @param pairs the newest steps and gradient changes, oldest first
     * @param stepLength Euclidean length of the last step
     * @param decrease the last decrease; infinite at the start
     * @param firstGradient Euclidean norm of the gradient at the start
     * @param reason why it ended
     */
    public record Memory(
            Iterate iterate,
            List<CurvaturePair> pairs,
            double stepLength,
            double decrease,
            double firstGradient,
            Optional<Reason> reason)
            implements State {
        /** A state; the list is copied. */
        public Memory {
            pairs = List.copyOf(pairs);
        }

        Memory ended(Reason why) {
            return new Memory(iterate, pairs, stepLength, decrease, firstGradient, Optional.of(why));
        }
    }

    @Override
    public Memory start(Objective objective, NdArray x0) {
        Iterate iterate = Iterate.of(objective.at(x0));
        return new Memory(
                iterate,
                List.of(),
                0,
                Double.POSITIVE_INFINITY,
                iterate.gradient().norm(),
                reason(iterate));
    }

    @Override
    public Memory step(Objective objective, Memory state) {
        Iterate at = state.iterate();
        NdArray direction =
                CurvaturePair.inverseHessianTimes(state.pairs(), at.gradient()).times(-1);
        double negligible = ftol * Math.max(1, Math.abs(at.value()));
        boolean fallen = at.gradient().norm() <= Descent.FALLEN * state.firstGradient();
        if (fallen && state.decrease() <= negligible && -at.gradient().dot(direction) / 2 <= negligible) {
            return state.ended(Reason.DECREASE_SMALL);
        }
        Descent descent = Descent.along(
                objective, at, direction, search(), state.pairs().isEmpty() ? Descent::unitFirstStep : line -> 1);
        return descent.found().isPresent()
                ? next(state, descent)
                : state.ended(Diagnosis.of(descent.line(), state.firstGradient()));
    }

    private LineSearch search() {
        return new MoreThuente(WOLFE, BRACKET, 0, MOST, maxls).orElse(new WeakWolfe(WOLFE));
    }

    private Memory next(Memory state, Descent descent) {
        Iterate from = state.iterate();
        Iterate to = descent.next();
        List<CurvaturePair> kept = descent.restarted() ? List.of() : state.pairs();
        return new Memory(
                to,
                CurvaturePair.remember(kept, from, to, maxcor),
                descent.length(),
                from.value() - to.value(),
                state.firstGradient(),
                reason(to));
    }

    private Optional<Reason> reason(Iterate iterate) {
        return iterate.gradient().maxAbs() <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter)
                .or(StopRule.maxEvaluations(maxfun))
                .or(StopRule.noImprovement(PATIENCE));
    }
}
