package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The limited-memory quasi-Newton method with bounds, L-BFGS-B (Byrd, Lu, Nocedal &amp; Zhu 1995; Morales &amp; Nocedal
 * 2011), with the defaults, line search and convergence tests of SciPy. A start outside the bounds is projected.
 *
 * @param bounds limits of the elements; the objective is not asked outside of them
 * @param maxcor number of pairs of steps and gradient changes that are kept
 * @param ftol converged when the last decrease, and the one that the model promises next, are at most this times the
 *     larger of 1 and the value
 * @param gtol converged when no element of the projected gradient is larger
 * @param maxiter limit of iterations
 * @param maxfun limit of evaluations
 * @param maxls limit of evaluations in one line search
 */
public record LbfgsB(Bounds bounds, int maxcor, double ftol, double gtol, int maxiter, int maxfun, int maxls)
        implements Optimizer<LbfgsB.Memory> {
    private static final int PATIENCE = 100;
    private static final Wolfe WOLFE = new Wolfe(1e-3, 0.9);
    private static final double BRACKET = 0.1;
    private static final double MOST = 1e10;

    /** The method with SciPy's defaults. */
    public static LbfgsB of(Bounds bounds) {
        return new LbfgsB(bounds, 10, 2.220446049250313e-9, 1e-5, 15_000, 15_000, 20);
    }

    /**
     * The state of the quasi-Newton method.
     *
     * @param iterate the point; its gradient is the projected gradient, 0 at a minimum within the bounds
     * @param at the point with the objective's own gradient
     * @param memory what is known of the Hessian
     * @param stepLength Euclidean length of the last step
     * @param decrease the last decrease; infinite at the start
     * @param firstGradient Euclidean norm of the projected gradient at the start
     * @param reason why it ended
     */
    public record Memory(
            Iterate iterate,
            Iterate at,
            LimitedMemory memory,
            double stepLength,
            double decrease,
            double firstGradient,
            Optional<Reason> reason)
            implements State {
        Memory ended(Reason why) {
            return new Memory(iterate, at, memory, stepLength, decrease, firstGradient, Optional.of(why));
        }

        Memory forgotten() {
            return new Memory(iterate, at, LimitedMemory.EMPTY, stepLength, decrease, firstGradient, reason);
        }

        boolean hasFallen() {
            return iterate.gradient().norm() <= Descent.FALLEN * firstGradient;
        }
    }

    @Override
    public Optional<Optimizer<Memory>> within(Bounds bounds) {
        return Optional.of(new LbfgsB(this.bounds.and(bounds), maxcor, ftol, gtol, maxiter, maxfun, maxls));
    }

    @Override
    public Memory start(Objective objective, NdArray x0) {
        Iterate at = Iterate.of(objective.at(bounds.project(x0)));
        Iterate iterate = projected(at);
        return new Memory(
                iterate,
                at,
                LimitedMemory.EMPTY,
                0,
                Double.POSITIVE_INFINITY,
                iterate.gradient().norm(),
                reason(iterate));
    }

    private Iterate projected(Iterate at) {
        return new Iterate(at.x(), at.value(), bounds.projectedGradient(at.x(), at.gradient()));
    }

    @Override
    public Memory step(Objective objective, Memory state) {
        Iterate at = state.at();
        NdArray direction = direction(state);
        Objective within = x -> objective.at(bounds.project(x));
        Line line = new Line(within, at, direction);
        double negligible = ftol * Math.max(1, Math.abs(at.value()));
        if (state.hasFallen() && state.decrease() <= negligible && -line.slope() / 2 <= negligible) {
            return state.ended(Reason.DECREASE_SMALL);
        }
        Optional<Trial> found = line.descends() ? search(line, state) : Optional.empty();
        if (found.isPresent()) {
            return next(state, Iterate.of(found.get().point()));
        }
        return state.memory().isEmpty() || (line.descends() && line.promisesOnlyRounding())
                ? state.ended(failure(within, state, line))
                : step(objective, state.forgotten());
    }

    private NdArray direction(Memory state) {
        Iterate at = state.at();
        return bounds.isUnlimited()
                ? CurvaturePair.inverseHessianTimes(state.memory().pairs(), at.gradient())
                        .times(-1)
                : SubspaceMinimum.of(at.x(), at.gradient(), bounds, state.memory())
                        .minus(at.x());
    }

    /** SciPy's search: as far as the bounds allow, but not beyond the model's minimum in the first step. */
    private Optional<Trial> search(Line line, Memory state) {
        boolean first = state.memory().isEmpty();
        boolean free = bounds.isUnlimited();
        double room = free
                ? MOST
                : Math.max(1, Math.min(MOST, bounds.room(line.origin().x(), line.direction())));
        double most = first && !free ? 1 : room;
        double step = first && !bounds.isBox() ? Descent.unitFirstStep(line) : 1;
        return new MoreThuente(WOLFE, BRACKET, 0, most, maxls)
                .search(line, step)
                .or(() -> line.lowest().filter(trial -> trial.step() == most && WOLFE.decreases(line, trial)))
                .or(() -> new WeakWolfe(WOLFE, most).search(line, step));
    }

    private static Reason failure(Objective within, Memory state, Line line) {
        Iterate at = state.at();
        return new Composite(at.x(), at.value(), at.gradient(), at.value())
                .failure(within, line.direction(), state.hasFallen(), -line.slope(), line.metNonFinite());
    }

    private Memory next(Memory state, Iterate to) {
        Iterate iterate = projected(to);
        Iterate from = state.at();
        return new Memory(
                iterate,
                to,
                state.memory().remember(from, to, maxcor),
                to.x().minus(from.x()).norm(),
                from.value() - to.value(),
                state.firstGradient(),
                reason(iterate));
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
