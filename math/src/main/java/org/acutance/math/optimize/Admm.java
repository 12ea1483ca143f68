package org.acutance.math.optimize;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
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
 * @param penalties the first penalty of each term, of no effect for those that are not split
 * @param relaxation over-relaxation, 1 for none (section 3.4.3)
 * @param balancing number of iterations in which the penalties are adapted so that primal and dual residual fall
 *     together (He, Yang &amp; Wang 2000; relative as in Wohlberg 2017); 0 keeps them
 * @param atol absolute tolerance of a residual's root mean square (3.12)
 * @param rtol tolerance of a residual relative to what it is a difference of (3.12)
 * @param maxiter limit of iterations
 * @param every the value and the gradient of the iterate are computed every so many iterations and at the end; the
 *     iterate is that point until the next
 */
public record Admm(
        List<Term> terms,
        List<Double> penalties,
        double relaxation,
        int balancing,
        double atol,
        double rtol,
        int maxiter,
        int every)
        implements Optimizer<Admm.Splitting> {
    private static final int BALANCED_EVERY = 5;
    private static final double TOLERATED_RATIO = 2;
    private static final double LARGEST_CHANGE = 10;

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
        require(penalties.size() == terms.size(), penalties.size() + " penalties", "give one for each term");
        require(penalties.stream().allMatch(rho -> rho > 0), "penalties " + penalties, "give positive ones");
        require(relaxation > 0 && relaxation < 2, "relaxation " + relaxation, "give one between 0 and 2");
        require(atol >= 0 && rtol >= 0 && atol + rtol > 0, "tolerances " + atol + ", " + rtol, "give a positive one");
        require(maxiter >= 1 && every >= 1, "maxiter " + maxiter + ", every " + every, "give at least 1");
    }

    private static void require(boolean holds, String given, String wayOut) {
        if (!holds) {
            throw new IllegalArgumentException("admm: got " + given + "; " + wayOut);
        }
    }

    /**
     * The method with penalties 1, relaxation 1.6, balancing for 200 iterations, tolerances 1e-6 and 1e-4, at most 1000
     * iterations, all of them evaluated.
     */
    public static Admm of(List<Term> terms) {
        return new Admm(terms, Collections.nCopies(terms.size(), 1.0), 1.6, 200, 1e-6, 1e-4, 1000, 1);
    }

    /** The method with other tolerances. */
    public Admm withTolerances(double absolute, double relative) {
        return new Admm(terms, penalties, relaxation, balancing, absolute, relative, maxiter, every);
    }

    /** The method with other first penalties, adapted for so many iterations. */
    public Admm withPenalties(List<Double> first, int balanced) {
        return new Admm(terms, first, relaxation, balanced, atol, rtol, maxiter, every);
    }

    /** The method with other limits: of iterations, and of iterations between evaluations. */
    public Admm withLimits(int iterations, int evaluatedEvery) {
        return new Admm(terms, penalties, relaxation, balancing, atol, rtol, iterations, evaluatedEvery);
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

    /**
     * What belongs to a split term.
     *
     * @param z copy of {@code K x}, at which the term's function was last minimised
     * @param u dual variable divided by the penalty
     * @param penalty rho
     * @param primal primal residual in units of its tolerance
     * @param dual dual residual in units of its tolerance
     */
    public record Split(NdArray z, NdArray u, double penalty, double primal, double dual) {
        /** {@code z - u}, which {@code K x} is drawn to. */
        NdArray centre() {
            return z.minus(u);
        }

        Split penalised(double other) {
            return other == penalty ? this : new Split(z, u.times(penalty / other), other, primal, dual);
        }
    }

    @Override
    public Splitting start(Objective objective, NdArray x0) {
        requireZero(objective);
        List<Split> splits = IntStream.range(0, terms.size())
                .filter(i -> isSplit(terms.get(i)))
                .mapToObj(i -> {
                    NdArray z = terms.get(i).map().apply(x0);
                    return new Split(z, z.times(0), penalties.get(i), Double.MAX_VALUE, Double.MAX_VALUE);
                })
                .toList();
        return start(x0, splits);
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
                quadratic(), split().stream().map(Term::map).toList(), penalties(splits), x.precision());
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
        NdArray x = state.equation().solve(rightSide(split, state), state.x());
        List<Split> splits = IntStream.range(0, split.size())
                .mapToObj(i -> advanced(split.get(i), state.splits().get(i), x))
                .toList();
        if (!x.isFinite() || !splits.stream().allMatch(part -> part.z().isFinite())) {
            return state.ended(Reason.NON_FINITE);
        }
        Splitting next = new Splitting(
                state.iterate(),
                x,
                splits,
                state.constant(),
                state.equation(),
                state.iteration() + 1,
                x.minus(state.x()).norm(),
                Optional.empty());
        if (next.isConverged()) {
            return next.at(evaluated(next)).ended(Reason.RESIDUALS_SMALL);
        }
        Splitting evaluated = next.iteration() % every == 0 ? next.at(evaluated(next)) : next;
        return isBalanced(next.iteration()) ? balanced(evaluated) : evaluated;
    }

    private boolean isBalanced(int iteration) {
        return iteration <= balancing && iteration % BALANCED_EVERY == 0;
    }

    private static Splitting balanced(Splitting state) {
        List<Split> splits = state.splits().stream()
                .map(part -> part.penalised(part.penalty() * change(part)))
                .toList();
        return new Splitting(
                state.iterate(),
                state.x(),
                splits,
                state.constant(),
                state.equation().penalised(penalties(splits)),
                state.iteration(),
                state.stepLength(),
                state.reason());
    }

    /** The factor of a penalty: what brings the residuals together if each goes with it, within bounds. */
    private static double change(Split part) {
        double ratio = part.primal() / part.dual();
        boolean tolerated = ratio >= 1 / TOLERATED_RATIO && ratio <= TOLERATED_RATIO;
        return tolerated || Double.isNaN(ratio)
                ? 1
                : Math.min(Math.max(Math.sqrt(ratio), 1 / LARGEST_CHANGE), LARGEST_CHANGE);
    }

    private static NdArray rightSide(List<Term> split, Splitting state) {
        NdArray right = state.constant();
        for (int i = 0; i < split.size(); i++) {
            Split part = state.splits().get(i);
            right = right.plusScaled(part.penalty(), split.get(i).map().adjoint(part.centre()));
        }
        return right;
    }

    private Split advanced(Term term, Split before, NdArray x) {
        NdArray mapped = term.map().apply(x);
        NdArray sum = relaxedSum(mapped, before);
        NdArray z = term.function().prox(sum, 1 / before.penalty());
        NdArray u = sum.minus(z);
        double floor = atol * Math.sqrt(z.size());
        double primal = mapped.minus(z).norm() / (floor + rtol * Math.max(mapped.norm(), z.norm()));
        double rho = before.penalty();
        double dual = rho * z.minus(before.z()).norm() / (floor + rtol * rho * u.norm());
        return new Split(z, u, rho, primal, dual);
    }

    /** {@code relaxation K x + (1 - relaxation) z + u}. */
    private NdArray relaxedSum(NdArray mapped, Split before) {
        return NdArray.elementwise(
                "admm",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = relaxation * in[0][i] + (1 - relaxation) * in[1][i] + in[2][i];
                    }
                },
                mapped,
                before.z(),
                before.u());
    }

    private Iterate evaluated(Splitting state) {
        NdArray point = evaluable(state);
        double value = terms.stream().mapToDouble(term -> term.value(point)).sum();
        return new Iterate(point, value, optimality(state));
    }

    private NdArray evaluable(Splitting state) {
        List<Term> split = split();
        for (int i = 0; i < split.size(); i++) {
            if (split.get(i).map() instanceof IdentityMap
                    && split.get(i).function().value(state.x()) == Double.POSITIVE_INFINITY) {
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
