package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.acutance.deblur.likelihood.Denominator;
import org.acutance.deblur.likelihood.Divergence;
import org.acutance.deblur.likelihood.Multiplying;
import org.acutance.deblur.likelihood.PoissonLikelihood;
import org.acutance.deblur.likelihood.Update;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Sum;

/**
 * Richardson-Lucy, with the priors of the problem one step late: with {@code tv}, whose kinks are
 * rounded, it is that of Dey et al. (2006), with {@code gradient} that with Tikhonov-Miller regularisation.
 *
 * @param acceleration how it is made faster
 * @param divergence the misfit of a pixel
 * @param background light that is not of the scene, added to that of the formation
 * @param readout standard deviation of the readout noise, in units of the samples
 * @param corrected whether it is divided by what each element of the scene adds to the frame; scikit-image does not, and
 *     darkens what lies within a kernel of the border
 * @param clipPsf whether negative values of the point spread function become 0
 * @param subsampling how many times finer than the pixels the grid of scene and point spread function is
 * @param tolerance converged when the objective changes by no more than this share of itself
 */
record RichardsonLucy(
        Acceleration acceleration,
        Divergence divergence,
        double background,
        double readout,
        boolean corrected,
        boolean clipPsf,
        int subsampling,
        double tolerance)
        implements Scheme {
    /** Measured at volumes whose scene goes on beyond the frame, by heaps in which it just ran: 6.4 and 6.7. */
    private static final double ARRAYS = 7;

    /** Measured in the same way with total variation. */
    private static final double ARRAYS_WITH_PRIOR = 10;

    @Override
    public String fidelity() {
        return "the I-divergence, the likelihood of photon counts";
    }

    @Override
    public boolean takesPrior() {
        return true;
    }

    @Override
    public double arraysHeld(Problem problem) {
        return acceleration != Acceleration.NONE
                ? Scheme.super.arraysHeld(problem)
                : smooth(problem).parts().isEmpty() ? ARRAYS : ARRAYS_WITH_PRIOR;
    }

    @Override
    public Optional<String> obstacle(Problem problem) {
        if (!keepsLimits(problem.prior().bounds())) {
            return Optional.of("it keeps the scene from going below 0 and no other limits, but the prior is "
                    + problem.prior().names() + "; use method auto, l-bfgs-b or projected-gradient");
        }
        List<String> parts = smooth(problem).notDifferentiable(problem.domain());
        return parts.isEmpty()
                ? Positive.obstacle(problem, clipPsf)
                : Optional.of("prior " + String.join(", ", parts)
                        + " cannot be differentiated; use method auto or another prior, such as tv or smoothed-tv");
    }

    @Override
    public boolean keepsLimits(Bounds limits) {
        return Positive.keeps(limits);
    }

    /** The priors in the form in which their gradient is taken, without the limits, which the iteration keeps by itself. */
    private static Regulariser smooth(Problem problem) {
        return problem.prior().withoutBounds().rounded();
    }

    @Override
    public List<String> notes(Problem problem) {
        List<String> kinked = problem.prior().withoutBounds().notDifferentiable(problem.domain());
        Stream<String> rounded = kinked.isEmpty()
                ? Stream.empty()
                : Stream.of(
                        "the kinks of prior " + String.join(", ", kinked) + " are rounded, as those of smoothed-tv");
        return Stream.concat(rounded, Positive.notes(problem, shift()).stream()).toList();
    }

    @Override
    public NdArray start(Problem problem, NdArray given) {
        return Positive.start("richardson-lucy", problem, given);
    }

    /** Readout noise as photons: its variance in squared photons, in units of the samples. */
    private double shift() {
        return readout * readout * divergence.photons();
    }

    @Override
    public Prepared prepared(Problem problem) {
        PoissonLikelihood likelihood = likelihood(problem);
        NdArray seen = likelihood.sensitivity();
        double whole = 1.0 / problem.formation().pixel().size();
        Objective data = corrected ? likelihood : uncorrected(problem, likelihood, seen, whole);
        NdArray sensitivity = corrected ? seen : NdArray.scalar(whole);
        Regulariser prior = smooth(problem);
        boolean free = prior.parts().stream().allMatch(part -> part.weight().orElse(0) == 0);
        if (free && corrected && acceleration == Acceleration.NONE) {
            return new Prepared(likelihood, data, new Multiplying(seen, tolerance));
        }
        if (free) {
            Update plain = new Update(Denominator.constant(sensitivity), false);
            return new Prepared(likelihood, data, acceleration.of(plain, tolerance));
        }
        Objective penalty = new Sum(prior.objectives(problem.domain()));
        Update update = new Update(OneStepLate.of(sensitivity, penalty), true);
        return new Prepared(likelihood, Sum.of(data, penalty), acceleration.of(update, tolerance));
    }

    private PoissonLikelihood likelihood(Problem problem) {
        Formation formation = Positive.formation(problem);
        NdArray values = problem.observation().values();
        LinearMap blur = formation.blur();
        return new PoissonLikelihood(
                blur,
                formation.gain(),
                formation.background().plus(NdArray.scalar(background)),
                values,
                problem.observation().weights(),
                shift(),
                divergence);
    }

    /** Counts all light of the scene, where the likelihood counts only what falls into the frame. */
    private static Objective uncorrected(Problem problem, PoissonLikelihood likelihood, NdArray seen, double whole) {
        Precision precision = problem.observation().values().precision();
        NdArray lost =
                NdArray.full(problem.formation().canvas(), precision, whole).minus(seen);
        return Sum.of(likelihood, Objective.of(lost::dot, x -> lost, (x, direction) -> direction.times(0)));
    }
}
