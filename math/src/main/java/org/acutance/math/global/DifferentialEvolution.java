package org.acutance.math.global;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Iterate;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Optimizer;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.State;

/**
 * Differential evolution (Storn &amp; Price, Journal of Global Optimization 11, 1997) with the options of
 * {@code scipy.optimize.differential_evolution}. The start is a member of the first population. Steps compute values only,
 * the polish gradients too.
 *
 * @param bounds limits of the elements, all finite
 * @param strategy how trials are made
 * @param maxiter limit of generations
 * @param popsize members per unknown
 * @param tol converged when the values' standard deviation is at most this times their mean's size, or when all members are
 *     one point to the rounding of the box
 * @param atol added to that
 * @param mutation least and largest scale of the differences, one of which is drawn for each generation
 * @param recombination share of the elements that a trial changes
 * @param polish whether the best member is improved by L-BFGS-B in the end
 * @param seed of the random numbers
 */
public record DifferentialEvolution(
        Bounds bounds,
        Strategy strategy,
        int maxiter,
        int popsize,
        double tol,
        double atol,
        Interval mutation,
        double recombination,
        boolean polish,
        long seed)
        implements Optimizer<DifferentialEvolution.Population> {
    private static final int FEWEST = 6;
    /** The distance of numbers just below 1. */
    private static final double ROUNDING = 0x1p-53;

    /**
     * From a number to a number.
     *
     * @param low the least
     * @param high the largest
     */
    public record Interval(double low, double high) {}

    /**
     * The population.
     *
     * @param iterate the best member, without a gradient
     * @param members all, the best one first; the start alone before the first step
     * @param generation number of the generation
     * @param stepLength Euclidean length by which the best member moved
     * @param reason why the search ended
     */
    public record Population(
            Iterate iterate, List<Iterate> members, int generation, double stepLength, Optional<Reason> reason)
            implements State {
        /** A state; the members are copied. */
        public Population {
            members = List.copyOf(members);
        }

        Population next(List<Iterate> changed) {
            return with(changed.get(0), changed, Optional.empty());
        }

        Population with(Iterate best, List<Iterate> changed, Optional<Reason> why) {
            double moved = best.x().minus(iterate.x()).norm();
            return new Population(best, changed, generation + 1, moved, why);
        }
    }

    /** The search with SciPy's defaults. */
    public static DifferentialEvolution of(Bounds bounds, long seed) {
        return new DifferentialEvolution(
                bounds,
                new Strategy(Strategy.Base.BEST1, true),
                1000,
                15,
                0.01,
                0,
                new Interval(0.5, 1),
                0.7,
                true,
                seed);
    }

    @Override
    public Optional<Optimizer<Population>> within(Bounds other) {
        return Optional.of(new DifferentialEvolution(
                bounds.and(other), strategy, maxiter, popsize, tol, atol, mutation, recombination, polish, seed));
    }

    @Override
    public Population start(Objective objective, NdArray x0) {
        Search.requireBox("differential-evolution", bounds, x0);
        NdArray x = bounds.project(x0);
        Iterate first = Iterate.valued(x, objective.at(x).value());
        Optional<Reason> nothing = x.size() == 0 ? Optional.of(Reason.SPREAD_SMALL) : Optional.empty();
        return new Population(first, List.of(first), 0, 0, nothing);
    }

    @Override
    public Population step(Objective objective, Population state) {
        SplittableRandom random = Search.random(seed, state.generation());
        Population next = state.next(
                state.members().size() == 1
                        ? firstGeneration(objective, state.iterate(), random)
                        : nextGeneration(objective, state.members(), random));
        return reason(next).map(why -> ended(objective, next, why)).orElse(next);
    }

    private Optional<Reason> reason(Population state) {
        if (state.members().size() > 1 && state.iterate().value() == Double.POSITIVE_INFINITY) {
            return Optional.of(Reason.NON_FINITE);
        }
        double[] values = state.members().stream().mapToDouble(Iterate::value).toArray();
        double mean = NdArray.vector(values).sum() / values.length;
        double deviation = NdArray.vector(values).minus(NdArray.scalar(mean)).norm() / Math.sqrt(values.length);
        if (deviation <= atol + tol * Math.abs(mean) || isOnePoint(state.members())) {
            return Optional.of(Reason.SPREAD_SMALL);
        }
        return state.generation() > maxiter ? Optional.of(Reason.MAX_ITERATIONS) : Optional.empty();
    }

    /** Whether the members are one point to the rounding of the box, as SciPy's are in coordinates from 0 to 1. */
    private boolean isOnePoint(List<Iterate> members) {
        double[] first = members.get(0).x().toDoubles();
        return members.stream().allMatch(member -> {
            double[] x = member.x().toDoubles();
            return IntStream.range(0, x.length)
                    .allMatch(i -> Math.abs(x[i] - first[i]) <= ROUNDING * (bounds.upper(i) - bounds.lower(i)));
        });
    }

    private Population ended(Objective objective, Population state, Reason why) {
        Iterate best = polish && state.iterate().isFinite()
                ? Search.descended(objective, bounds, state.iterate())
                : state.iterate();
        return new Population(best, state.members(), state.generation(), state.stepLength(), Optional.of(why));
    }

    /** A Latin hypercube: each of as many slices as members is met once in every direction. The start takes a place. */
    private List<Iterate> firstGeneration(Objective objective, Iterate start, SplittableRandom random) {
        int unknowns = start.x().size();
        int count = Math.max(FEWEST, popsize * unknowns);
        double[][] points = new double[count][unknowns];
        for (int j = 0; j < unknowns; j++) {
            int[] order = shuffled(count, random);
            for (int i = 0; i < count; i++) {
                double share = (order[i] + random.nextDouble()) / count;
                points[i][j] = bounds.lower(j) + share * (bounds.upper(j) - bounds.lower(j));
            }
        }
        List<Iterate> members = new ArrayList<>(List.of(start));
        for (int i = 1; i < count; i++) {
            place(members, i, Search.at(objective, bounds.project(Search.like(start.x(), points[i]))));
        }
        return members;
    }

    private static int[] shuffled(int count, SplittableRandom random) {
        int[] order = new int[count];
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    /** Sets a member, and keeps the best one first. */
    private static void place(List<Iterate> members, int position, Iterate member) {
        if (position == members.size()) {
            members.add(member);
        } else {
            members.set(position, member);
        }
        if (member.value() < members.get(0).value()) {
            Collections.swap(members, 0, position);
        }
    }

    /** Every member meets its trial, and the lower one of both stays, at once. */
    private List<Iterate> nextGeneration(Objective objective, List<Iterate> before, SplittableRandom random) {
        List<Iterate> members = new ArrayList<>(before);
        double scale = mutation.low() + random.nextDouble() * (mutation.high() - mutation.low());
        double[][] points =
                members.stream().map(member -> member.x().toDoubles()).toArray(double[][]::new);
        for (int i = 0; i < points.length; i++) {
            double[] trial = strategy.trial(points, i, scale, recombination, random);
            Iterate candidate = Search.at(objective, within(trial, before.get(0).x(), random));
            if (candidate.value() <= members.get(i).value()) {
                place(members, i, candidate);
                points[i] = members.get(i).x().toDoubles();
                points[0] = members.get(0).x().toDoubles();
            }
        }
        return members;
    }

    /** The point, with elements that left the bounds chosen anew. */
    private NdArray within(double[] trial, NdArray like, SplittableRandom random) {
        double[] other = Search.anywhere(bounds, like, random).toDoubles();
        for (int i = 0; i < trial.length; i++) {
            boolean inside = trial[i] >= bounds.lower(i) && trial[i] <= bounds.upper(i);
            trial[i] = inside ? trial[i] : other[i];
        }
        return bounds.project(Search.like(like, trial));
    }
}
