package org.acutance.math.optimize;

import java.util.Optional;
import java.util.OptionalLong;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * The quasi-Newton method of Broyden, Fletcher, Goldfarb and Shanno with the whole inverse Hessian, as SciPy's
 * {@code BFGS} (Nocedal &amp; Wright 2006, algorithm 6.1); for few unknowns.
 *
 * @param gtol converged when the norm of the gradient is at most this
 * @param norm which norm
 * @param xrtol converged when the step is at most this times the Euclidean length of x
 * @param maxiter limit of iterations; 200 per unknown if empty
 * @param c1 sufficient decrease
 * @param c2 curvature
 * @param hessInv0 what is known of the inverse Hessian at the start, a matrix; empty if nothing is
 */
public record Bfgs(
        double gtol, Norm norm, double xrtol, OptionalLong maxiter, double c1, double c2, Optional<NdArray> hessInv0)
        implements Optimizer<Bfgs.Metric> {
    private static final int PATIENCE = 100;
    private static final int MOST_UNKNOWNS = 2000;
    private static final int TRIALS = 100;
    private static final double LEAST = 1e-100;
    private static final double MOST = 1e100;
    private static final double BRACKET = 1e-14;

    /**
     * The state of the quasi-Newton method.
     *
     * @param iterate the point
     * @param inverse what is known of the inverse Hessian, a matrix; empty if nothing is
     * @param previousValue the value before it, at the start a guess that makes the first step about 1 long
     * @param firstGradient Euclidean norm of the gradient at the start
     * @param stepLength Euclidean length of the last step
     * @param reason why it ended
     */
    public record Metric(
            Iterate iterate,
            Optional<NdArray> inverse,
            double previousValue,
            double firstGradient,
            double stepLength,
            Optional<Reason> reason)
            implements State {
        Metric ended(Reason why) {
            return new Metric(iterate, inverse, previousValue, firstGradient, stepLength, Optional.of(why));
        }
    }

    /**
     * This method with what the user knows of the inverse Hessian.
     *
     * @param inverse at the start, symmetric and positive definite
     */
    public Bfgs withInverse(NdArray inverse) {
        return new Bfgs(gtol, norm, xrtol, maxiter, c1, c2, Optional.of(inverse));
    }

    @Override
    public Metric start(Objective objective, NdArray x0) {
        DenseHessian.requireFew("bfgs", x0, MOST_UNKNOWNS);
        Iterate at = Iterate.of(objective.at(x0));
        double norm = at.gradient().norm();
        hessInv0.ifPresent(inverse -> inverse.shape().require("bfgs: inverse Hessian", Shape.of(x0.size(), x0.size())));
        return new Metric(at, hessInv0, at.value() + norm / 2, norm, 0, reason(at));
    }

    @Override
    public Metric step(Objective objective, Metric state) {
        Iterate at = state.iterate();
        NdArray direction = state.inverse()
                .map(inverse -> InverseHessian.times(inverse, at.gradient()))
                .orElse(at.gradient())
                .times(-1);
        Descent descent = Descent.along(
                objective, at, direction, search(), line -> Descent.scipyFirstStep(line, state.previousValue()));
        return descent.found().isPresent()
                ? next(state, descent)
                : state.ended(Diagnosis.of(descent.line(), state.firstGradient()));
    }

    private LineSearch search() {
        Wolfe wolfe = new Wolfe(c1, c2);
        return LineSearch.robust(new MoreThuente(wolfe, BRACKET, LEAST, MOST, TRIALS), wolfe, MOST);
    }

    private Metric next(Metric state, Descent descent) {
        Iterate from = state.iterate();
        Iterate to = descent.next();
        Optional<NdArray> kept = descent.restarted() ? Optional.empty() : state.inverse();
        Optional<NdArray> inverse = CurvaturePair.of(from, to)
                .map(pair -> InverseHessian.updated(kept, pair))
                .or(() -> kept);
        return new Metric(
                to,
                inverse,
                from.value(),
                state.firstGradient(),
                descent.length(),
                reason(to).or(() -> {
                    boolean small =
                            descent.length() <= xrtol * (xrtol + from.x().norm());
                    return small ? Optional.of(Reason.STEP_SMALL) : Optional.empty();
                }));
    }

    private Optional<Reason> reason(Iterate at) {
        return norm.of(at.gradient()) <= gtol ? Optional.of(Reason.GRADIENT_SMALL) : Optional.empty();
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter.orElse(200L * unknowns)).or(StopRule.noImprovement(PATIENCE));
    }
}
