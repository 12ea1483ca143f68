package org.acutance.deblur.method;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.prior.Domain;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Admm;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Run;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.Term;

/**
 * Alternating directions with solutions in the Fourier domain: data and priors by their proximal maps. These solutions are
 * exact where the frame is a part of a periodic canvas (Almeida &amp; Figueiredo 2013, "Deconvolving images with unknown
 * boundaries using the alternating direction method of multipliers"), and begin conjugate gradients at other borders.
 *
 * @param tolerance relative tolerance of the residuals
 * @param maxiter limit of iterations, lower for priors that are not convex
 */
record Splitting(double tolerance, int maxiter) implements Method {
    /** The value of an iterate is only for the eye, and costs as much as half an iteration. */
    private static final int EVALUATED_EVERY = 10;

    /**
     * Observation, weights and variances, right side, spectra: what a volume with total variation just ran in was 68 arrays
     * in all.
     */
    private static final double PLAIN_ARRAYS = 36;

    /** Copy and multiplier before and after, the mapped estimate, and what the step computes from them. */
    private static final double ARRAYS_PER_RANGE = 8;

    /**
     * Iterations with a prior that is not convex: copies and estimate need not come to agree then. A simulated volume had
     * 24.65, 24.89, 24.97 and 24.97 dB after 30, 60, 100 and 150.
     */
    private static final int MAXITER_NOT_CONVEX = 100;

    /** A residual that cannot be seen, as a part of the largest sample. */
    private static final double NEGLIGIBLE = 1e-6;

    /** The change of an iteration against the error that remains, in units of the tolerance. */
    private static final double ERROR_SHARE = 4;

    @Override
    public Optional<String> obstacle(Problem problem) {
        if (problem.data().proximal().isEmpty()) {
            return Optional.of("the fidelity has no proximal map; use another fidelity or method auto");
        }
        return problem.prior().terms(problem.domain()).isEmpty()
                ? Optional.of("prior " + problem.prior().names() + " has no proximal map; use method auto")
                : Optional.empty();
    }

    @Override
    public Method settled(Problem problem, Solved solved) {
        return solved.state().orElse(null) instanceof Admm.Splitting state
                ? new SettledSplitting(this, admm(problem).penaltiesOf(state), Math.max(1, state.iteration()))
                : this;
    }

    @Override
    public double arraysHeld(Problem problem) {
        return PLAIN_ARRAYS + ARRAYS_PER_RANGE * (1 + ranges(problem.prior(), problem.domain()));
    }

    /** Size of the ranges of the priors' maps, in sizes of the canvas. */
    static double ranges(Regulariser prior, Domain domain) {
        return prior.terms(domain).orElseThrow().stream()
                        .mapToDouble(term -> (double) term.map().range().size())
                        .sum()
                / domain.shape().size();
    }

    /** A search that goes on from a neighbouring problem begins with small steps, which mean nothing. */
    @Override
    public Solver solver(Problem problem, Limits limits) {
        Admm admm = admm(problem);
        Admm fresh = admm.withStepTolerance(ERROR_SHARE * tolerance * error(problem));
        return (start, watch) -> last(
                start.state().orElse(null) instanceof Admm.Splitting kept
                        ? watch.on(limits.on(Minimize.by(admm))).runFrom(Objective.zero(), admm.startFrom(kept))
                        : watch.on(limits.on(Minimize.by(fresh))).run(Objective.zero(), start.x()),
                planned(problem));
    }

    /** How many iterations are meant to be enough; empty if they go on to convergence. */
    private OptionalInt planned(Problem problem) {
        int most = most(problem);
        return most < maxiter ? OptionalInt.of(most) : OptionalInt.empty();
    }

    private Admm admm(Problem problem) {
        List<Term> terms = terms(problem);
        return Admm.of(terms)
                .withPenalties(firstPenalties(problem, terms.size()))
                .withTolerances(NEGLIGIBLE * problem.observation().filled().maxAbs(), tolerance)
                .withLimits(most(problem), EVALUATED_EVERY);
    }

    /**
     * About the error that remains in the scene: it is more than the noise and less than the contrast, and in photographs
     * near the geometric mean of the two. 0 if the noise is not known.
     */
    private static double error(Problem problem) {
        double contrast = problem.observation().filled().maxAbs();
        return problem.data()
                .variance()
                .map(variance -> Math.sqrt(contrast * typicalDeviation(variance))
                        / problem.formation().gain())
                .orElse(0.0);
    }

    /**
     * The multipliers of the data come to be about one over the noise, and their copies move by parts of the contrast: the
     * quotient is the penalty to begin with. The curvature of the data, one over the square of the noise, would hold the
     * copies where they are when there is little of it. The others are found.
     *
     * @param terms number of terms, the first of which is that of the data
     */
    static List<OptionalDouble> firstPenalties(Problem problem, int terms) {
        NdArray samples = problem.observation().filled();
        double contrast = samples.max() - samples.min();
        List<OptionalDouble> penalties = new ArrayList<>(Collections.nCopies(terms, OptionalDouble.empty()));
        problem.data()
                .variance()
                .map(variance -> Math.pow(problem.formation().gain(), 2) / (typicalDeviation(variance) * contrast))
                .filter(penalty -> penalty > 0 && penalty < Double.POSITIVE_INFINITY)
                .ifPresent(penalty -> penalties.set(0, OptionalDouble.of(penalty)));
        return penalties;
    }

    private static double typicalDeviation(NdArray variance) {
        return Arrays.stream(variance.toDoubles())
                .filter(Double::isFinite)
                .map(Math::sqrt)
                .average()
                .orElse(0);
    }

    private int most(Problem problem) {
        return problem.prior().isConvex() ? maxiter : Math.min(maxiter, MAXITER_NOT_CONVEX);
    }

    /**
     * The point at which the search ended. The one of lowest value is often an earlier one, as the copies of the terms
     * agree only in the end, and none at all if the loss of a negative prediction is infinite.
     *
     * @param planned iterations that are meant to be enough
     */
    static Solved last(Run<Admm.Splitting> run, OptionalInt planned) {
        Solved solved = Solved.of(run);
        Solution ended = solved.solution().withX(solved.latest());
        boolean complete = planned.equals(OptionalInt.of(ended.nit())) && ended.reason() == Reason.MAX_ITERATIONS;
        return new Solved(complete ? ended.withReason(Reason.SCHEDULE_COMPLETE) : ended, solved.state());
    }

    static List<Term> terms(Problem problem) {
        List<Term> terms = new ArrayList<>();
        terms.add(data(problem));
        terms.addAll(problem.prior().terms(problem.domain()).orElseThrow());
        return terms;
    }

    /** The data term, which has a proximal map. */
    static Term data(Problem problem) {
        Formation formation = problem.formation();
        Proximal distance = problem.data().proximal().orElseThrow();
        LinearMap blur = formation.circulant().map(LinearMap.class::cast).orElse(formation.blur());
        return new Term(blur, formation.onCanvas(distance));
    }
}
