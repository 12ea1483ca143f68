package org.acutance.math.optimize;

import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;

/**
 * Newton's method, the Newton equation solved roughly by conjugate gradients, as SciPy's {@code Newton-CG} (Nocedal
 * &amp; Wright 2006, algorithm 7.1).
 *
 * @param xtol converged when the mean absolute change of an element is at most this. Where the line search shortened
 *     the step, the whole step counts, and the gradient must have fallen to a hundredth of that at the start, or the
 *     change must have been as small for twenty iterations: before a kink a small step is no sign of a minimum
 * @param maxiter limit of iterations; 200 per unknown if empty
 * @param hessian where Hessian products come from
 * @param c1 sufficient decrease
 * @param c2 curvature
 * @param preconditioner of the conjugate gradients
 */
public record NewtonCg(
        double xtol, OptionalLong maxiter, HessianProducts hessian, double c1, double c2, Preconditioner preconditioner)
        implements Optimizer<NewtonCg.Point> {
    private static final int PATIENCE = 100;
    private static final int SMALL_STEPS = 20;
    private static final int TRIALS = 100;
    private static final double LEAST = 1e-8;
    private static final double MOST = 50;
    private static final double BRACKET = 1e-14;

    /**
     * The state of Newton's method.
     *
     * @param iterate the point
     * @param stepLength Euclidean length of the last step
     * @param previousValue the value before it; NaN at the start
     * @param firstGradient Euclidean norm of the gradient at the start
     * @param smallSteps number of iterations in succession whose change was within {@code xtol}
     * @param reason why it ended
     */
    public record Point(
            Iterate iterate,
            double stepLength,
            double previousValue,
            double firstGradient,
            int smallSteps,
            Optional<Reason> reason)
            implements State {
        Point ended(Reason why) {
            return new Point(iterate, stepLength, previousValue, firstGradient, smallSteps, Optional.of(why));
        }
    }

    /** The same with a preconditioner of the user's. */
    public NewtonCg withPreconditioner(Preconditioner other) {
        return new NewtonCg(xtol, maxiter, hessian, c1, c2, other);
    }

    @Override
    public Point start(Objective objective, NdArray x0) {
        Iterate iterate = Iterate.of(objective.at(x0));
        Optional<Reason> reason = iterate.isStationary() ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
        return new Point(iterate, 0, Double.NaN, iterate.gradient().norm(), 0, reason);
    }

    @Override
    public Point step(Objective objective, Point state) {
        Iterate at = state.iterate();
        NdArray direction = NewtonDirection.of(hessian.of(objective), at, preconditioner);
        Descent descent = Descent.along(
                objective, at, direction, search(), line -> Descent.scipyFirstStep(line, state.previousValue()));
        return descent.found().isPresent()
                ? next(objective, state, descent)
                : state.ended(Diagnosis.of(descent.line(), state.firstGradient()));
    }

    private LineSearch search() {
        Wolfe wolfe = new Wolfe(c1, c2);
        return LineSearch.robust(new MoreThuente(wolfe, BRACKET, LEAST, MOST, TRIALS), wolfe, Double.MAX_VALUE);
    }

    private Point next(Objective objective, Point state, Descent descent) {
        Iterate to = descent.next();
        double whole = Norm.ONE.of(descent.line().direction());
        double tolerance = to.x().size() * xtol;
        int smallSteps = descent.step() * whole <= tolerance ? state.smallSteps() + 1 : 0;
        boolean fallen = to.gradient().norm() <= Descent.FALLEN * state.firstGradient();
        boolean converged = smallSteps > 0 && whole <= tolerance && fallen && !descent.restarted();
        Point next = new Point(
                to,
                descent.length(),
                state.iterate().value(),
                state.firstGradient(),
                smallSteps,
                reason(to, converged));
        return smallSteps < SMALL_STEPS || converged ? next : next.ended(Diagnosis.ofSmallStep(objective, to));
    }

    private static Optional<Reason> reason(Iterate to, boolean converged) {
        if (to.isStationary()) {
            return Optional.of(Reason.GRADIENT_SMALL);
        }
        return converged ? Optional.of(Reason.STEP_SMALL) : Optional.empty();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter.orElse(200L * unknowns)).or(StopRule.noImprovement(PATIENCE));
    }
}
