package org.acutance.deblur.method;

import java.util.Optional;
import java.util.OptionalInt;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Solution;

/**
 * An estimate with the penalties of a prior, from which another with its denoiser starts: what the blur has taken away is
 * continued by the sharp edges of the first, and what is left of the noise, and of the first one's flat patches, goes in the
 * second. Where photons are counted the result is a mean of both.
 *
 * @param penalised finds the estimate with the penalties
 * @param denoised finds the one with the denoiser
 */
record Succession(Method penalised, Method denoised) implements Method {
    /** The first estimate. */
    private static final double ARRAYS = 1;
    /**
     * The part of the first estimate in the result where photons are counted: the two err in different ways. Chosen on
     * four pictures with two blurs and two levels of noise; the best was between 0.2 and 0.5 everywhere. Where there is
     * little noise the second alone is better.
     */
    private static final double SHARE_WITH_PHOTONS = 0.3;

    @Override
    public Optional<String> obstacle(Problem problem) {
        return problem.prior().mixesForms()
                ? denoised.obstacle(withDenoiser(problem)).or(() -> penalised.obstacle(withPenalties(problem)))
                : Optional.of(
                        "it takes a prior that is a denoiser beside one that is not, such as bm3d+tv, but the prior is "
                                + problem.prior().names());
    }

    @Override
    public OptionalInt length(Problem problem) {
        return OptionalInt.empty();
    }

    @Override
    public double arraysHeld(Problem problem) {
        return ARRAYS
                + Math.max(penalised.arraysHeld(withPenalties(problem)), denoised.arraysHeld(withDenoiser(problem)));
    }

    /** The first method is not: its estimate is where the second one starts. */
    @Override
    public Method settled(Problem problem, Solved solved) {
        return new Succession(penalised, denoised.settled(withDenoiser(problem), solved));
    }

    private static Problem withPenalties(Problem problem) {
        return problem.with(problem.prior().withoutDenoisers());
    }

    private static Problem withDenoiser(Problem problem) {
        return problem.with(problem.prior().denoisersAndBounds());
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        Solver first = penalised.solver(withPenalties(problem), limits);
        Solver second = denoised.solver(withDenoiser(problem), limits);
        double share = problem.data().photons().isPresent() ? SHARE_WITH_PHOTONS : 0;
        return (start, watch) -> {
            NdArray edges = first.solve(start, watch).solution().x();
            Solution blocks = second.solve(Start.at(edges), watch).solution();
            return Solved.of(blocks.withX(blocks.x().plusScaled(share, edges.minus(blocks.x()))));
        };
    }
}
