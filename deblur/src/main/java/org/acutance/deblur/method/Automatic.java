package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.acutance.math.optimize.Optimizers;

/**
 * The first of a list that has no obstacle: exact Fourier solutions first, then derivatives, then the method that takes
 * both together.
 */
record Automatic() implements Method {
    private static final double TOLERANCE = 1e-4;
    private static final int MAXITER = 1000;

    private static final int MAXITER_PRIMAL_DUAL = 5000;

    private static final int STRENGTHS = 12;
    private static final int FEW_STRENGTHS = 6;
    private static final double FIRST_STRENGTH = 3;
    private static final OptionalInt REFINEMENTS = OptionalInt.empty();

    private record Candidate(String name, Method method, String why) {}

    private static List<Candidate> candidates() {
        return List.of(
                new Candidate(
                        "plug-and-play",
                        new PlugAndPlaying(STRENGTHS, OptionalDouble.empty(), REFINEMENTS),
                        "since the prior is a denoiser: fits and denoising in turn"),
                new Candidate(
                        "admm, then plug-and-play",
                        new Succession(
                                new Splitting(TOLERANCE, MAXITER),
                                new PlugAndPlaying(FEW_STRENGTHS, OptionalDouble.of(FIRST_STRENGTH), REFINEMENTS)),
                        "since the prior is a denoiser beside others: an estimate with these, from which denoising starts"),
                new Candidate(
                        "the mean of two estimates by admm",
                        new Averaging(new Splitting(TOLERANCE, MAXITER), new Splitting(TOLERANCE, MAXITER)),
                        "since a prior is convex beside one that is not: one estimate with each"),
                new Candidate(
                        "admm",
                        new Splitting(TOLERANCE, MAXITER),
                        "since fidelity and priors have proximal maps: the equations of every step are solved in the"
                                + " Fourier domain"),
                new Candidate(
                        "newton-cg",
                        new Differentiating(Optimizers.CATALOGUE.create("newton-cg")),
                        "since the loss can be differentiated: few iterations, each with Hessian products"),
                new Candidate(
                        "l-bfgs-b",
                        new Differentiating(Optimizers.CATALOGUE.create("l-bfgs-b")),
                        "since the loss can be differentiated and the samples have limits, which it keeps"),
                new Candidate(
                        "primal-dual",
                        new PrimalDualSplitting(TOLERANCE, MAXITER_PRIMAL_DUAL),
                        "since some of fidelity and priors have kinks and others have derivatives only: no equations are"
                                + " solved"));
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return candidate(problem).isPresent()
                ? Optional.empty()
                : !problem.prior().denoising().isEmpty()
                        ? new PlugAndPlaying(STRENGTHS, OptionalDouble.empty(), REFINEMENTS).obstacle(problem)
                        : Optional.of(
                                "no method can use all of " + problem.prior().names() + " together; use other priors");
    }

    private static Optional<Candidate> candidate(Problem problem) {
        return candidates().stream()
                .filter(candidate -> candidate.method().obstacle(problem).isEmpty())
                .findFirst();
    }

    private static Candidate chosen(Problem problem) {
        return candidate(problem).orElseThrow();
    }

    @Override
    public String reason(Problem problem) {
        Candidate chosen = chosen(problem);
        return "takes " + chosen.name() + ", " + chosen.why();
    }

    @Override
    public List<String> notes(Problem problem) {
        return chosen(problem).method().notes(problem);
    }

    @Override
    public OptionalInt length(Problem problem) {
        return chosen(problem).method().length(problem);
    }

    @Override
    public boolean averages(Problem problem) {
        return chosen(problem).method().averages(problem);
    }

    @Override
    public double arraysHeld(Problem problem) {
        return chosen(problem).method().arraysHeld(problem);
    }

    @Override
    public Method settled(Problem problem, Solved solved) {
        return chosen(problem).method().settled(problem, solved);
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        return chosen(problem).method().solver(problem, limits);
    }
}
