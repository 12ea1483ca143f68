package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import org.acutance.math.optimize.Optimizers;

/**
 * The first of a list that has no obstacle: exact Fourier solutions first, then derivatives, then the method that needs
 * neither.
 */
record Automatic() implements Method {
    private static final double TOLERANCE = 1e-4;
    private static final int MAXITER = 1000;
    private static final int MAXITER_PRIMAL_DUAL = 5000;

    private static final int STRENGTHS = 12;
    private static final int REFINEMENTS = 0;

    private static List<Method> candidates() {
        return List.of(
                new PlugAndPlaying(STRENGTHS, REFINEMENTS),
                new Splitting(TOLERANCE, MAXITER),
                new Differentiating(Optimizers.CATALOGUE.create("newton-cg")),
                new PrimalDualSplitting(TOLERANCE, MAXITER_PRIMAL_DUAL));
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        return chosen(problem).isPresent()
                ? Optional.empty()
                : !problem.prior().denoising().isEmpty()
                        ? new PlugAndPlaying(STRENGTHS, REFINEMENTS).obstacle(problem)
                        : Optional.of(
                                "no method can use all of " + problem.prior().names() + " together; use other priors");
    }

    private static Optional<Method> chosen(Problem problem) {
        return candidates().stream()
                .filter(method -> method.obstacle(problem).isEmpty())
                .findFirst();
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        return chosen(problem).orElseThrow().solver(problem, limits);
    }
}
