package org.acutance.math.optimize;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Sums;
import org.acutance.math.linear.CirculantSolver;
import org.acutance.math.linear.IdentityMap;
import org.acutance.math.linear.LinearMap;

/**
 * The alternating direction method of multipliers in scaled form (Boyd, Parikh, Chu, Peleato &amp; Eckstein 2011,
 * sections 3.1.1 and 3.4) for a sum of terms, {@code sum_i f_i(K_i x)}. Every term has its own copy {@code z_i} of
 * {@code K_i x} and its own penalty; squared distances are not split but solved for with x, exactly and by one pair of
 * Fourier transforms if all maps are circulant (an array of weights makes a split term then), otherwise by conjugate
 * gradients. The smooth part is {@link Objective#zero()}: a squared distance is a term. Functions need not be convex,
 * and their proximal maps may be denoisers; nothing is promised then.
 *
 * @param terms the summands, of one domain
 * @param penalties the first penalty of each term, of no effect for those that are not split, empty to find it from the
 *     start; an empty list to find all of them, see {@link Split}
 * @param relaxation over-relaxation, 1 for none (section 3.4.3)
 * @param balancing number of iterations in which each penalty follows the curvatures on both sides of its term (Xu,
 *     Figueiredo &amp; Goldstein 2017); 0 keeps them, as a denoiser needs
 * @param atol absolute tolerance of the root mean square of {@code K_i x - z_i} and of the change of {@code z_i}, both in
 *     units of {@code z_i} (3.12, but for the unit of the latter)
 * @param rtol tolerance of a residual relative to what it is a difference of (3.12); where nothing is split, that of the
 *     equation that conjugate gradients solve
 * @param xtol root mean square of the change of x in one iteration at which it ends once the penalties are kept,
 *     0 for never: where x matters and not how well its copies agree, this ends sooner
 * @param maxiter limit of iterations
 * @param every the value and the gradient of the iterate are computed every so many iterations and at the end; the
 *     iterate is that point until the next
 */
public record Admm(
        List<Term> terms,
        List<OptionalDouble> penalties,
        double relaxation,
        int balancing,
        double atol,
        double rtol,
        double xtol,
        int maxiter,
        int every)
        implements Optimizer<Admm.Splitting> {
    private static final int BALANCED_EVERY = 5;

    /**
     * A method; the lists are copied.
     *
     * @throws IllegalArgumentException if there is no term, their domains differ, or an option is out of its range
     */
    public Admm {
        terms = List.copyOf(terms);
        penalties = List.copyOf(penalties);
        require(!terms.isEmpty(), "no terms", "give at least one");
        for (Term term : terms) {
            term.map()
                    .domain()
                    .require(
                            "admm: domain of " + term.map().name(),
                            terms.get(0).map().domain());
        }
        require(
                penalties.isEmpty() || penalties.size() == terms.size(),
                penalties.size() + " penalties",
                "give one for each of " + terms.size() + " terms, or none to find them");
        require(penalties.stream().allMatch(rho -> rho.orElse(1) > 0), "penalties " + penalties, "give positive ones");
        require(relaxation > 0 && relaxation < 2, "relaxation " + relaxation, "give one between 0 and 2");
        require(atol >= 0 && rtol >= 0 && atol + rtol > 0, "tolerances " + atol + ", " + rtol, "give a positive one");
        require(xtol >= 0, "xtol " + xtol, "give 0 or a positive one");
        require(maxiter >= 1 && every >= 1, "maxiter " + maxiter + ", every " + every, "give at least 1");
    }

    private static void require(boolean holds, String given, String wayOut) {
        if (!holds) {
            throw new IllegalArgumentException("admm: got " + given + "; " + wayOut);
        }
    }

    /**
     * The method with penalties found from the start, relaxation 1.6, balancing for 40 iterations, tolerances 1e-6 and 1e-4, at most 1000
     * iterations, all of them evaluated.
     */
    public static Admm of(List<Term> terms) {
        return new Admm(terms, List.of(), 1.6, 40, 1e-6, 1e-4, 0, 1000, 1);
    }

    /** The method with other tolerances. */
    public Admm withTolerances(double absolute, double relative) {
        return new Admm(terms, penalties, relaxation, balancing, absolute, relative, xtol, maxiter, every);
    }

    /** The method that ends too when the root mean square of the change of x is no larger than this. */
    public Admm withStepTolerance(double change) {
        return new Admm(terms, penalties, relaxation, balancing, atol, rtol, change, maxiter, every);
    }

    /** The method with other first penalties, empty for those that are to be found. */
    public Admm withPenalties(List<OptionalDouble> first) {
        return new Admm(terms, first, relaxation, balancing, atol, rtol, xtol, maxiter, every);
    }

    /** The penalties that a state of this method has come to, one for each term, empty for one that is not split. */
    public List<OptionalDouble> penaltiesOf(Splitting state) {
        Iterator<Split> splits = state.splits().iterator();
        return terms.stream()
                .map(term -> isSplit(term) ? OptionalDouble.of(splits.next().penalty()) : OptionalDouble.empty())
                .toList();
    }

    /** The method with penalties that are adapted for so many iterations. */
    public Admm withBalancing(int iterations) {
        return new Admm(terms, penalties, relaxation, iterations, atol, rtol, xtol, maxiter, every);
    }

    /** The method with other limits: of iterations, and of iterations between evaluations. */
    public Admm withLimits(int iterations, int evaluatedEvery) {
        return new Admm(terms, penalties, relaxation, balancing, atol, rtol, xtol, iterations, evaluatedEvery);
    }

    /**
     * The state of the method.
     *
     * @param iterate the point last evaluated: x or, if a term on an {@link IdentityMap} such as bounds is infinite
     *     there, that term's copy of it; its gradient is the sum of {@code K_i'} times the gradient of a squared distance
     *     at {@code K_i x} or {@code penalty_i u_i}, which is a subgradient at {@code z_i}: it vanishes at a minimum
     * @param x the unknowns
     * @param splits one for each term that is split
     * @param constant right side of the normal equation that the squared distances give
     * @param equation the normal equation of x
     * @param iteration number of steps so far
     * @param stepLength Euclidean length of the last change of x
     * @param reason why it ended
     */
    public record Splitting(
            Iterate iterate,
            NdArray x,
            List<Split> splits,
            NdArray constant,
            NormalEquation equation,
            int iteration,
            double stepLength,
            Optional<Reason> reason)
            implements State {
        /** A state; the list is copied. */
        public Splitting {
            splits = List.copyOf(splits);
        }

        /** Copies of the terms are in their domains; where the estimate itself is does not matter. */
        @Override
        public boolean goesByValues() {
            return false;
        }

        /** The largest of the terms' primal residuals, {@code ||K_i x - z_i||}, in units of its tolerance. */
        public double primalResidual() {
            return largest(Split::primal);
        }

        /** The largest of the terms' dual residuals, penalty times the change of {@code z_i}, in its tolerance. */
        public double dualResidual() {
            return largest(Split::dual);
        }

        private double largest(ToDoubleFunction<Split> residual) {
            return splits.stream().mapToDouble(residual).reduce(0, Math::max);
        }

        boolean isConverged() {
            return iteration > 0 && primalResidual() <= 1 && dualResidual() <= 1;
        }

        Splitting ended(Reason why) {
            return new Splitting(iterate, x, splits, constant, equation, iteration, stepLength, Optional.of(why));
        }

        Splitting at(Iterate evaluated) {
            return new Splitting(evaluated, x, splits, constant, equation, iteration, stepLength, reason);
        }
    }

    @Override
    public Splitting start(Objective objective, NdArray x0) {
        requireZero(objective);
        NdArray x = split().stream()
                .filter(term -> isOutside(term, x0))
                .findFirst()
                .map(term -> term.function().prox(x0, 1))
                .orElse(x0);
        List<NdArray> mapped = split().stream().map(term -> term.map().apply(x)).toList();
        List<Double> first = FirstPenalties.of(split(), mapped, givenPenalties());
        List<Split> splits = IntStream.range(0, mapped.size())
                .mapToObj(i -> Split.start(mapped.get(i), first.get(i)))
                .toList();
        return start(x, splits);
    }

    /** One for each term that is split. */
    private List<OptionalDouble> givenPenalties() {
        return IntStream.range(0, terms.size())
                .filter(i -> isSplit(terms.get(i)))
                .mapToObj(i -> penalties.isEmpty() ? OptionalDouble.empty() : penalties.get(i))
                .toList();
    }

    private static boolean isOutside(Term term, NdArray x) {
        return term.map() instanceof IdentityMap && term.function().value(x) == Double.POSITIVE_INFINITY;
    }

    /**
     * A start from where another state is: of a problem with the same maps but other functions, such as another weight
     * of the prior.
     *
     * @param state of a method with as many split terms, whose maps have the same ranges
     * @throws IllegalArgumentException if it has another number of them, or another shape
     */
    public Splitting startFrom(Splitting state) {
        List<LinearMap> maps = split().stream().map(Term::map).toList();
        if (state.splits().size() != maps.size()) {
            throw new IllegalArgumentException(
                    "admm: the state has " + state.splits().size() + " split terms, the problem " + maps.size()
                            + "; start from a state of the same terms");
        }
        for (int i = 0; i < maps.size(); i++) {
            state.splits().get(i).z().shape().require("admm: state", maps.get(i).range());
        }
        return start(state.x(), state.splits());
    }

    private Splitting start(NdArray x, List<Split> splits) {
        NdArray constant = quadratic().stream()
                .map(term -> {
                    SquaredDistance distance = (SquaredDistance) term.function();
                    return term.map().adjoint(distance.weights().times(distance.target()));
                })
                .reduce(NdArray::plus)
                .orElseGet(() -> x.times(0));
        NormalEquation equation = NormalEquation.of(
                quadratic(), split().stream().map(Term::map).toList(), penalties(splits), x.precision(), rtol);
        Splitting state =
                new Splitting(new Iterate(x, Double.NaN, x), x, splits, constant, equation, 0, 0, Optional.empty());
        return state.at(evaluated(state));
    }

    private static void requireZero(Objective objective) {
        require(
                objective instanceof Zero,
                "an objective beside the terms",
                "write it as a term and give Objective.zero(), or use primal-dual");
    }

    private boolean isSplit(Term term) {
        return !(term.function() instanceof SquaredDistance distance)
                || (distance.weights().rank() > 0 && NormalEquation.isCirculant(terms));
    }

    private List<Term> split() {
        return terms.stream().filter(this::isSplit).toList();
    }

    private List<Term> quadratic() {
        return terms.stream().filter(term -> !isSplit(term)).toList();
    }

    private static List<Double> penalties(List<Split> splits) {
        return splits.stream().map(Split::penalty).toList();
    }

    @Override
    public Splitting step(Objective objective, Splitting state) {
        requireZero(objective);
        List<Term> split = split();
        List<NdArray> centres = state.splits().stream().map(Split::centre).toList();
        CirculantSolver.Mapped solved = state.equation().solve(state.constant(), centres, state.x());
        NdArray x = solved.x();
        List<Split> splits = IntStream.range(0, split.size())
                .mapToObj(i -> advanced(
                        split.get(i).function(),
                        state.splits().get(i),
                        solved.mapped().get(i),
                        state.iteration() + 1))
                .toList();
        double step = CHANGE.of(1, x, state.x())[0];
        if (!Double.isFinite(step) || !splits.stream().allMatch(Admm::isFinite)) {
            return state.ended(Reason.NON_FINITE);
        }
        Splitting next = new Splitting(
                state.iterate(),
                x,
                splits,
                state.constant(),
                state.equation().penalised(penalties(splits)),
                state.iteration() + 1,
                Math.sqrt(step),
                Optional.empty());
        Optional<Reason> reason = reason(next);
        return reason.isPresent()
                ? next.at(evaluated(next)).ended(reason.get())
                : next.iteration() % every == 0 ? next.at(evaluated(next)) : next;
    }

    private static final Sums CHANGE = (in, sums, count) -> {
        for (int i = 0; i < count; i++) {
            double change = in[0][i] - in[1][i];
            sums[0] += change * change;
        }
    };

    /** The residuals are made of all elements. */
    private static boolean isFinite(Split split) {
        return Double.isFinite(split.primal()) && Double.isFinite(split.dual());
    }

    private Optional<Reason> reason(Splitting state) {
        if (state.isConverged()) {
            return Optional.of(Reason.RESIDUALS_SMALL);
        }
        boolean moved = state.stepLength() > xtol * Math.sqrt(state.x().size());
        return xtol > 0 && !moved && state.iteration() > Math.max(1, balancing)
                ? Optional.of(Reason.STEP_SMALL)
                : Optional.empty();
    }

    private boolean isBalanced(int iteration) {
        return iteration <= balancing && iteration % BALANCED_EVERY == 0;
    }

    private Split advanced(Proximal function, Split before, NdArray mapped, int iteration) {
        double rho = before.penalty();
        SplitStep.After after = new SplitStep(relaxation, before, mapped).by(function, 1 / rho);
        double floor = atol * Math.sqrt(mapped.size());
        double primal = inTolerance(after.disagreement(), floor + rtol * after.sizeOfTerms());
        double dual = inTolerance(rho * after.change(), rho * (floor + rtol * after.dual()));
        Split split = new Split(after.z(), after.centre(), rho, primal, dual, before.balance());
        return isBalanced(iteration) ? split.balanced(mapped, before) : split;
    }

    private static double inTolerance(double residual, double tolerance) {
        return residual == 0 ? 0 : residual / tolerance;
    }

    private Iterate evaluated(Splitting state) {
        NdArray point = evaluable(state);
        double value = terms.stream().mapToDouble(term -> term.value(point)).sum();
        return new Iterate(point, value, optimality(state));
    }

    private NdArray evaluable(Splitting state) {
        List<Term> split = split();
        for (int i = 0; i < split.size(); i++) {
            if (isOutside(split.get(i), state.x())) {
                return state.splits().get(i).z();
            }
        }
        return state.x();
    }

    private NdArray optimality(Splitting state) {
        NdArray sum = state.constant().times(-1);
        for (Term term : quadratic()) {
            SquaredDistance distance = (SquaredDistance) term.function();
            sum = sum.plus(
                    term.map().adjoint(distance.weights().times(term.map().apply(state.x()))));
        }
        List<Term> split = split();
        for (int i = 0; i < split.size(); i++) {
            Split part = state.splits().get(i);
            sum = sum.plusScaled(part.penalty(), split.get(i).map().adjoint(part.u()));
        }
        return sum;
    }

    @Override
    public StopRule limits(int unknowns) {
        return StopRule.maxIterations(maxiter);
    }
}
