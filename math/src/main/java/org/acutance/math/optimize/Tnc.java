package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The truncated Newton method with bounds, named as SciPy's {@code TNC} (Nash, SIAM Journal on Numerical Analysis 21,
 * 1984): conjugate gradients among the elements that no bound holds, and a search along the projected path (Bertsekas,
 * SIAM Journal on Control and Optimization 20, 1982). A start outside the bounds is projected.
 *
 * @param bounds limits of the elements; the objective is not asked outside of them
 * @param ftol converged when the last decrease is at most this times the larger of 1 and the value, and the projected
 *     gradient has fallen to a hundredth of that at the start
 * @param gtol converged when no element of the projected gradient is larger
 * @param maxiter limit of iterations
 * @param maxfun limit of evaluations
 */
public record Tnc(Bounds bounds, double ftol, double gtol, int maxiter, int maxfun) implements Optimizer<Tnc.Point> {
    private static final int PATIENCE = 100;
    private static final int TRIALS = 60;
    private static final Wolfe WOLFE = new Wolfe(1e-4, 0.9);
    private static final double BRACKET = 1e-14;
    private static final double NEAR = 1e-3;
    /** A first trial is at most so many times as long as the last step: a flat model may promise anything. */
    private static final double GROWTH = 1e4;

    /**
     * The state of the truncated Newton method.
     *
     * @param iterate the point; its gradient is the projected gradient, 0 at a minimum within the bounds
     * @param at the point with the objective's own gradient
     * @param stepLength Euclidean length of the last step
     * @param firstGradient Euclidean norm of the projected gradient at the start
     * @param reason why it ended
     */
    public record Point(Iterate iterate, Iterate at, double stepLength, double firstGradient, Optional<Reason> reason)
            implements State {
        Point ended(Reason why) {
            return new Point(iterate, at, stepLength, firstGradient, Optional.of(why));
        }

        boolean hasFallen() {
            return iterate.gradient().norm() <= Descent.FALLEN * firstGradient;
        }
    }

    @Override
    public Optional<Optimizer<Point>> within(Bounds bounds) {
        return Optional.of(new Tnc(this.bounds.and(bounds), ftol, gtol, maxiter, maxfun));
    }

    @Override
    public Point start(Objective objective, NdArray x0) {
        Iterate at = Iterate.of(objective.at(bounds.project(x0)));
        Iterate iterate = projected(at);
        return new Point(iterate, at, 0, iterate.gradient().norm(), reason(iterate));
    }

    private Iterate projected(Iterate at) {
        return new Iterate(at.x(), at.value(), bounds.projectedGradient(at.x(), at.gradient()));
    }

    @Override
    public Point step(Objective objective, Point state) {
        Iterate at = state.at();
        NdArray free = bounds.free(
                at.x(),
                at.gradient(),
                NEAR * Math.min(1, state.iterate().gradient().maxAbs()));
        Iterate reduced = new Iterate(at.x(), at.value(), at.gradient().times(free));
        NdArray newton = NewtonDirection.of(new Reduced(objective, free), reduced, FoundPreconditioner.NONE);
        Search search = new Search(objective, reduced, newton, state.stepLength());
        Optional<Evaluation> found = search.run();
        if (found.isEmpty() && !search.line.isExhausted()) {
            search = new Search(objective, reduced, state.iterate().gradient().times(-1), state.stepLength());
            found = search.run();
        }
        return found.isPresent() ? next(state, Iterate.of(found.get())) : state.ended(search.failure(state));
    }

    /** A search from a point along the path that a direction makes when it is projected. */
    private final class Search {
        private final Line line;
        private final Objective within;
        private final double firstStep;

        Search(Objective objective, Iterate from, NdArray direction, double lastLength) {
            this.within = x -> objective.at(bounds.project(x));
            this.line = new Line(within, from, direction);
            this.firstStep = lastLength > 0 ? Math.min(1, GROWTH * lastLength / direction.norm()) : 1;
        }

        Optional<Evaluation> run() {
            if (!line.descends()) {
                return Optional.empty();
            }
            double room = bounds.isUnlimited()
                    ? Double.MAX_VALUE
                    : bounds.room(line.origin().x(), line.direction());
            return room > firstStep ? straight(room) : bent();
        }

        /** The next bound lies beyond the Newton step. */
        private Optional<Evaluation> straight(double room) {
            return LineSearch.robust(new MoreThuente(WOLFE, BRACKET, 0, room, TRIALS), WOLFE, room)
                    .search(line, firstStep)
                    .filter(trial -> trial.step() <= room)
                    .or(() -> line.lowest().filter(trial -> trial.step() <= room && WOLFE.decreases(line, trial)))
                    .map(Trial::point);
        }

        /** Backtracking along the path, on which elements stop at their bounds one after the other. */
        private Optional<Evaluation> bent() {
            double step = firstStep;
            for (int i = 0; i < TRIALS && step > line.resolution(); i++) {
                Trial trial = line.at(step);
                double slope = line.origin()
                        .gradient()
                        .dot(trial.point().x().minus(line.origin().x()));
                if (trial.value() <= line.value() + WOLFE.c1() * slope && slope < 0 && trial.isFinite()) {
                    return Optional.of(trial.point());
                }
                step /= 2;
            }
            return Optional.empty();
        }

        Reason failure(Point state) {
            Iterate at = state.at();
            return new Composite(at.x(), at.value(), at.gradient(), at.value())
                    .failure(within, line.direction(), state.hasFallen(), -line.slope(), line.metNonFinite());
        }
    }

    private Point next(Point state, Iterate to) {
        Iterate iterate = projected(to);
        Iterate from = state.at();
        Point next = new Point(iterate, to, to.x().minus(from.x()).norm(), state.firstGradient(), reason(iterate));
        boolean small = from.value() - to.value() <= ftol * Math.max(1, Math.abs(from.value()));
        return small && next.hasFallen() && next.reason().isEmpty() ? next.ended(Reason.DECREASE_SMALL) : next;
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
