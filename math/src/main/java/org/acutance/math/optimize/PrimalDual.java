package org.acutance.math.optimize;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.linear.LinearMap;

/**
 * The primal-dual hybrid gradient method of Chambolle &amp; Pock (2011) with a smooth part by Condat (2013, algorithm
 * 3.1): minimises {@code f(x) + g(x) + sum_i h_i(K_i x)}, f being the objective, by gradients of f, proximal maps of g
 * and h_i, and products with K_i and its adjoint; nothing is solved for. The curvature of f is found by backtracking,
 * the norms of the maps by power iterations that every step checks. Every term has a dual step of its own, in proportion
 * to a penalty such as {@link Admm} has, so that terms of unlike scales do not wait for each other; the proportion follows
 * the residuals (Goldstein, Li, Yuan, Esser &amp; Baraniuk 2015).
 *
 * @param proximal the function g, {@link Proximal#zero()} for none; it may be infinite, as {@link Bounds} are
 * @param terms the functions h_i with their maps; the value is infinite where one of them is
 * @param penalties one for each term, empty to find it from the start; an empty list to find all of them
 * @param atol absolute tolerance of a residual's root mean square
 * @param rtol tolerance of a residual relative to what it is a difference of
 * @param maxiter limit of iterations
 */
public record PrimalDual(
        Proximal proximal, List<Term> terms, List<OptionalDouble> penalties, double atol, double rtol, int maxiter)
        implements Optimizer<PrimalDual.Saddle> {
    private static final int POWER_ITERATIONS = 20;
    private static final double MARGIN = 1.05;
    /** Residuals follow a change of the steps only some iterations later. */
    private static final int BALANCED_EVERY = 10;

    private static final double TOLERATED_RATIO = 2;
    private static final double FIRST_CHANGE = 0.5;
    private static final double CHANGE_DECAY = 0.95;
    private static final int BACKTRACKINGS = 60;
    private static final double EASING = 0.99;

    /**
     * A method; the list is copied.
     *
     * @throws IllegalArgumentException if the terms' domains differ, or an option is out of its range
     */
    public PrimalDual {
        terms = List.copyOf(terms);
        for (Term term : terms) {
            term.map()
                    .domain()
                    .require(
                            "primal-dual: domain of " + term.map().name(),
                            terms.get(0).map().domain());
        }
        penalties = penalties.isEmpty()
                ? Collections.nCopies(terms.size(), OptionalDouble.empty())
                : List.copyOf(penalties);
        if (penalties.size() != terms.size() || !penalties.stream().allMatch(given -> given.orElse(1) > 0)) {
            throw new IllegalArgumentException("primal-dual: got penalties " + penalties + " for " + terms.size()
                    + " terms; give a positive one for each, or none to find them");
        }
        if (!(atol >= 0 && rtol >= 0 && atol + rtol > 0)) {
            throw new IllegalArgumentException(
                    "primal-dual: got tolerances " + atol + ", " + rtol + "; give a positive one");
        }
        if (maxiter < 1) {
            throw new IllegalArgumentException("primal-dual: got maxiter " + maxiter + "; give at least 1");
        }
    }

    /** The method with tolerances 1e-6 and 1e-4, and at most 10000 iterations. */
    public static PrimalDual of(Proximal proximal, List<Term> terms) {
        return new PrimalDual(proximal, terms, List.of(), 1e-6, 1e-4, 10_000);
    }

    /** The method with other tolerances. */
    public PrimalDual withTolerances(double absolute, double relative) {
        return new PrimalDual(proximal, terms, penalties, absolute, relative, maxiter);
    }

    /** The method with other penalties, empty for those that are to be found. */
    public PrimalDual withPenalties(List<OptionalDouble> given) {
        return new PrimalDual(proximal, terms, given, atol, rtol, maxiter);
    }

    /** The method with another limit of iterations. */
    public PrimalDual withMaxiter(int iterations) {
        return new PrimalDual(proximal, terms, penalties, atol, rtol, iterations);
    }

    /**
     * The state of the method.
     *
     * @param iterate the point; its gradient is the primal residual, a subgradient of f + g at the point plus the sum
     *     of {@code K_i' y_i}, which vanishes at a minimum together with the dual residual
     * @param smooth the objective f at the point
     * @param slope its gradient there
     * @param duals one for each term
     * @param pull the sum of {@code K_i' y_i}
     * @param curvature estimate of the largest curvature of f
     * @param scale dual steps over penalties
     * @param change how much the scale may still change at once
     * @param primalResidual its norm in units of its tolerance
     * @param dualResidual norm of the residual in the maps' ranges, in units of its tolerance
     * @param iteration number of steps so far
     * @param stepLength Euclidean length of the last change of x
     * @param reason why it ended
     */
    public record Saddle(
            Iterate iterate,
            double smooth,
            NdArray slope,
            List<Dual> duals,
            NdArray pull,
            double curvature,
            double scale,
            double change,
            double primalResidual,
            double dualResidual,
            int iteration,
            double stepLength,
            Optional<Reason> reason)
            implements State {
        /** A state; the list is copied. */
        public Saddle {
            duals = List.copyOf(duals);
        }

        Saddle ended(Reason why) {
            return new Saddle(
                    iterate,
                    smooth,
                    slope,
                    duals,
                    pull,
                    curvature,
                    scale,
                    change,
                    primalResidual,
                    dualResidual,
                    iteration,
                    stepLength,
                    Optional.of(why));
        }
    }

    /**
     * What belongs to a term.
     *
     * @param y dual variable
     * @param mapped {@code K x}
     * @param squaredNorm estimate of the squared norm of K
     * @param penalty the dual step at scale 1
     */
    public record Dual(NdArray y, NdArray mapped, double squaredNorm, double penalty) {}

    @Override
    public Saddle start(Objective objective, NdArray x0) {
        NdArray x = Double.isFinite(proximal.value(x0)) ? x0 : proximal.prox(x0, 1);
        List<NdArray> mapped = terms.stream().map(term -> term.map().apply(x)).toList();
        List<Double> first = FirstPenalties.of(terms, mapped, penalties);
        List<Dual> duals = IntStream.range(0, terms.size())
                .mapToObj(i -> new Dual(
                        mapped.get(i).times(0),
                        mapped.get(i),
                        squaredNorm(terms.get(i).map(), x.precision()),
                        first.get(i)))
                .toList();
        return start(objective, x, duals, 1);
    }

    /**
     * A start from where another state is: of a problem with the same maps but other functions.
     *
     * @throws IllegalArgumentException if the state has another number of terms, or another shape
     */
    public Saddle startFrom(Objective objective, Saddle state) {
        if (state.duals().size() != terms.size()) {
            throw new IllegalArgumentException(
                    "primal-dual: the state has " + state.duals().size() + " terms, the problem " + terms.size()
                            + "; start from a state of the same terms");
        }
        for (int i = 0; i < terms.size(); i++) {
            Shape range = terms.get(i).map().range();
            state.duals().get(i).y().shape().require("primal-dual: state", range);
        }
        return start(objective, state.iterate().x(), state.duals(), state.scale());
    }

    private Saddle start(Objective objective, NdArray x, List<Dual> duals, double scale) {
        Evaluation at = objective.at(x);
        NdArray pull = sum(pulls(duals), x);
        Iterate iterate =
                new Iterate(x, value(at.value(), x, duals), at.gradient().plus(pull));
        return new Saddle(
                iterate,
                at.value(),
                at.gradient(),
                duals,
                pull,
                Curvature.along(at),
                scale,
                FIRST_CHANGE,
                Double.MAX_VALUE,
                Double.MAX_VALUE,
                0,
                0,
                Optional.empty());
    }

    /** The largest eigenvalue of the product of adjoint and map, nearly, from a start that hits all frequencies. */
    private static double squaredNorm(LinearMap map, Precision precision) {
        Random random = new Random(1);
        double[] start = random.doubles(map.domain().size(), -1, 1).toArray();
        NdArray vector = NdArray.of(start, map.domain(), precision);
        double norm = 0;
        for (int i = 0; i < POWER_ITERATIONS && vector.maxAbs() > 0; i++) {
            vector = vector.times(1 / vector.norm());
            vector = map.adjoint(map.apply(vector));
            norm = vector.norm();
        }
        return norm > 0 ? MARGIN * norm : 1;
    }

    /** {@code K_i' y_i} for each term. */
    private List<NdArray> pulls(List<Dual> duals) {
        return IntStream.range(0, terms.size())
                .mapToObj(i -> terms.get(i).map().adjoint(duals.get(i).y()))
                .toList();
    }

    private static NdArray sum(List<NdArray> pulls, NdArray x) {
        return pulls.stream().reduce(NdArray::plus).orElseGet(() -> x.times(0));
    }

    private double value(double smooth, NdArray x, List<Dual> duals) {
        double sum = smooth + proximal.value(x);
        for (int i = 0; i < terms.size(); i++) {
            sum += terms.get(i).function().value(duals.get(i).mapped());
        }
        return sum;
    }

    @Override
    public Saddle step(Objective objective, Saddle state) {
        NdArray slope = state.slope().plus(state.pull());
        double curvature = state.curvature();
        for (int i = 0; i < BACKTRACKINGS; i++) {
            double step = primalStep(curvature, state);
            NdArray x = proximal.prox(state.iterate().x().plusScaled(-step, slope), step);
            Evaluation to = objective.at(x);
            double noise = Rounding.noise(x.precision(), state.smooth());
            double met =
                    Curvature.met(state.smooth(), state.slope(), state.iterate().x(), to, noise);
            if (met <= curvature) {
                return next(state, to, step, curvature);
            }
            curvature = Double.isFinite(met) ? Math.max(MARGIN * met, 2 * Double.MIN_NORMAL) : 10 * curvature + 1;
        }
        boolean finite = Double.isFinite(state.iterate().value());
        return state.ended(finite ? Reason.LINE_SEARCH_FAILED : Reason.NON_FINITE);
    }

    /** The step tau with {@code tau (curvature + sum_i sigma_i ||K_i||^2) = 1}, the condition (3.2) of Condat. */
    private static double primalStep(double curvature, Saddle state) {
        double pulls = state.duals().stream()
                .mapToDouble(dual -> dual.penalty() * dual.squaredNorm())
                .sum();
        double sum = curvature + state.scale() * pulls;
        return sum > 0 ? 1 / sum : 1;
    }

    private Saddle next(Saddle state, Evaluation to, double step, double curvature) {
        NdArray x = to.x();
        NdArray move = x.minus(state.iterate().x());
        List<DualStep> steps = IntStream.range(0, terms.size())
                .mapToObj(i -> DualStep.of(terms.get(i), state.duals().get(i), x, move.norm(), state.scale()))
                .toList();
        List<Dual> duals = steps.stream().map(DualStep::to).toList();
        List<NdArray> pulls = pulls(duals);
        NdArray pull = sum(pulls, x);
        NdArray change = to.gradient().minus(state.slope()).plus(pull).minus(state.pull());
        Iterate iterate = new Iterate(x, value(to.value(), x, duals), change.plusScaled(-1 / step, move));
        if (!iterate.gradient().isFinite() || Double.isNaN(iterate.value())) {
            return state.ended(Reason.NON_FINITE);
        }
        double primal = primalResidual(iterate.gradient(), to.gradient(), pulls);
        double dual = dualResidual(steps);
        boolean balance = (state.iteration() + 1) % BALANCED_EVERY == 0
                && Math.max(primal, dual) > TOLERATED_RATIO * Math.min(primal, dual);
        double factor = 1 - state.change();
        return new Saddle(
                iterate,
                to.value(),
                to.gradient(),
                duals,
                pull,
                EASING * curvature,
                !balance ? state.scale() : primal > dual ? state.scale() * factor : state.scale() / factor,
                balance ? CHANGE_DECAY * state.change() : state.change(),
                primal,
                dual,
                state.iteration() + 1,
                move.norm(),
                primal <= 1 && dual <= 1 ? Optional.of(Reason.RESIDUALS_SMALL) : Optional.empty());
    }

    /** In units of what it is a sum of, whose parts cancel at the minimum: their sum is no measure. */
    private double primalResidual(NdArray residual, NdArray slope, List<NdArray> pulls) {
        double scale = pulls.stream().mapToDouble(NdArray::norm).reduce(slope.norm(), Math::max);
        return inTolerance(residual.norm(), residual.size(), scale);
    }

    private double dualResidual(List<DualStep> steps) {
        double squared = 0;
        double scale = 0;
        int size = 0;
        for (DualStep step : steps) {
            squared += step.residual() * step.residual();
            scale += step.to().mapped().dot(step.to().mapped());
            size += step.to().y().size();
        }
        return inTolerance(Math.sqrt(squared), size, Math.sqrt(scale));
    }

    private double inTolerance(double residual, int size, double scale) {
        return residual == 0 ? 0 : residual / (atol * Math.sqrt(size) + rtol * scale);
    }

    /**
     * A step of a dual variable.
     *
     * @param to where it leads
     * @param residual Euclidean norm of the dual residual
     */
    private record DualStep(Dual to, double residual) {
        /**
         * The step by Moreau's identity: {@code prox_{s h*}(v) = v - s prox_{h/s}(v/s)}.
         *
         * @param length of the primal step, which shows whether the norm of the map was underestimated
         * @param scale dual step over penalty
         */
        static DualStep of(Term term, Dual from, NdArray x, double length, double scale) {
            NdArray mapped = term.map().apply(x);
            NdArray difference = mapped.minus(from.mapped());
            double stretch = length > 0 ? difference.norm() / length : 0;
            double squaredNorm = Math.max(from.squaredNorm(), MARGIN * stretch * stretch);
            double sigma = scale * from.penalty();
            NdArray moved = from.y().plusScaled(sigma, mapped.plus(difference));
            NdArray y = moved.plusScaled(-sigma, term.function().prox(moved.times(1 / sigma), 1 / sigma));
            double residual =
                    difference.plusScaled(-1 / sigma, y.minus(from.y())).norm();
            return new DualStep(new Dual(y, mapped, squaredNorm, from.penalty()), residual);
        }
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter);
    }
}
