package org.acutance.deblur.method;

import java.util.Optional;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.noise.RandomSigns;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.Solution;

/**
 * Two estimates, one with the penalties of a prior and one with its denoiser, and between them at each frequency the
 * point that a {@link Blend} finds from the observation: which of the two knows the scene better is seldom known before,
 * and is seldom the same for coarse and for fine detail.
 *
 * @param penalised finds the estimate with the penalties
 * @param denoised finds the one with the denoiser
 */
record Blending(Method penalised, Method denoised) implements Method {
    /** Size of the shift in standard deviations of the noise. */
    private static final double SHIFT = 0.1;

    /** Two estimates, those of shifted samples, and their spectra. */
    private static final double ARRAYS = 12;

    @Override
    public Optional<String> obstacle(Problem problem) {
        return problem.prior().mixesForms()
                ? denoised.obstacle(withDenoiser(problem)).or(() -> penalised.obstacle(withPenalties(problem)))
                : Optional.of(
                        "it takes a prior that is a denoiser beside one that is not, such as bm3d+tv, but the prior is "
                                + problem.prior().names());
    }

    @Override
    public double arraysHeld(Problem problem) {
        return ARRAYS
                + Math.max(penalised.arraysHeld(withPenalties(problem)), denoised.arraysHeld(withDenoiser(problem)));
    }

    private static Problem withPenalties(Problem problem) {
        return problem.with(problem.prior().withoutDenoisers());
    }

    private static Problem withDenoiser(Problem problem) {
        return problem.with(problem.prior().denoisersAndBounds());
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        return (start, watch) -> {
            NdArray probe = probe(problem);
            Problem moved = moved(problem, probe.times(SHIFT));
            Solved second = solve(denoised, withDenoiser(problem), limits, start, watch);
            Blend blend = new Blend(
                    problem,
                    solve(penalised, withPenalties(problem), limits, start, watch)
                            .solution()
                            .x(),
                    second.solution().x());
            Blend other = new Blend(
                    moved,
                    solve(penalised, withPenalties(moved), limits, start, watch)
                            .solution()
                            .x(),
                    solve(denoised, withDenoiser(moved), limits, start, watch)
                            .solution()
                            .x());
            Solution solution = second.solution();
            NdArray x = blend.with(other, probe, SHIFT);
            return Solved.of(solution.withX(problem.prior().bounds().project(x)));
        };
    }

    /** Random signs as large as the noise, 0 for samples that do not count. */
    private static NdArray probe(Problem problem) {
        NdArray variance = problem.data().variance().orElseThrow();
        return NdArray.elementwise(
                "probe",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        boolean counts = in[2][i] > 0 && Double.isFinite(in[1][i]);
                        out[i] = counts ? in[0][i] * Math.sqrt(in[1][i]) : 0;
                    }
                },
                RandomSigns.like(variance),
                variance,
                problem.observation().everyWeight());
    }

    private static Solved solve(Method method, Problem problem, Limits limits, Start start, Watch watch) {
        return method.solver(problem, limits).solve(Start.at(start.x()), watch);
    }

    private static Problem moved(Problem problem, NdArray shift) {
        Observation given = problem.observation();
        Observation observation = new Observation(given.filled().plus(shift), given.weights(), given.psf());
        return new Problem(observation, problem.formation(), problem.data().of(observation), problem.prior());
    }
}
