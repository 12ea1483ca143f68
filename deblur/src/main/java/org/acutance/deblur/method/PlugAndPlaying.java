package org.acutance.deblur.method;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.deblur.plugandplay.BlurredPicture;
import org.acutance.deblur.plugandplay.PlugAndPlay;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.Objective;

/**
 * Fits to the observation and denoising in turn, for a prior that is known by a denoiser.
 *
 * @param iterations length of the sequence of strengths
 * @param strongest the first strength in standard deviations of the noise; empty for one that suits a blurred start
 * @param refinements number of iterations that follow; empty for as many as the observation is worth
 */
record PlugAndPlaying(int iterations, OptionalDouble strongest, OptionalInt refinements) implements Method {
    /** The fit by conjugate gradients, and the groups of blocks of the denoiser. */
    private static final double ARRAYS = 60;

    @Override
    public Optional<String> obstacle(Problem problem) {
        Regulariser prior = problem.prior();
        if (prior.denoising().size() != 1 || prior.withoutBounds().parts().size() != 1) {
            return Optional.of(
                    "it takes one prior that is a denoiser, such as bm3d, and limits beside it, but the prior is "
                            + prior.names());
        }
        Shape canvas = problem.formation().canvas();
        if (!prior.denoising().get(0).prior().denoiser().orElseThrow().takes(canvas)) {
            return Optional.of("prior " + prior.names() + " does not take images with " + canvas.rank()
                    + " axes; use prior log-hessian or tv");
        }
        return problem.data().variance().isEmpty()
                ? Optional.of("prior " + prior.names()
                        + " needs a fidelity that knows the noise, such as auto, gaussian or poisson")
                : Optional.empty();
    }

    @Override
    public OptionalInt length(Problem problem) {
        PlugAndPlay method = method(problem);
        return OptionalInt.of(method.iterations() + method.refinements());
    }

    @Override
    public double arraysHeld(Problem problem) {
        return ARRAYS;
    }

    @Override
    public Solver solver(Problem problem, Limits limits) {
        PlugAndPlay method = method(problem);
        return (start, watch) ->
                Solved.of(watch.on(limits.on(Minimize.by(method))).minimize(Objective.zero(), start.x()));
    }

    @Override
    public Method settled(Problem problem, Solved solved) {
        PlugAndPlay method = method(problem);
        return new PlugAndPlaying(
                iterations, OptionalDouble.of(method.strongest()), OptionalInt.of(method.refinements()));
    }

    private PlugAndPlay method(Problem problem) {
        Regulariser.Weighted part = problem.prior().denoising().get(0);
        BlurredPicture picture = picture(problem, part.weight().orElse(1));
        return new PlugAndPlay(
                picture,
                part.prior().denoiser().orElseThrow(),
                iterations,
                strongest.orElseGet(() -> PlugAndPlay.strongest(picture)),
                refinements.orElseGet(() -> PlugAndPlay.refinements(picture)),
                problem.prior().bounds());
    }

    private static BlurredPicture picture(Problem problem, double strength) {
        Formation formation = problem.formation();
        NdArray light = formation.light(problem.observation().filled());
        NdArray weights = Tensor.of(problem.data().variance().orElseThrow())
                .reciprocal()
                .value()
                .times(problem.observation().everyWeight());
        BlurredPicture even = BlurredPicture.of(formation, light, weights, strength / formation.gain());
        return problem.data()
                .photons()
                .filter(noise -> formation.background().rank() == 0)
                .map(noise -> even.withPhotons(inScene(noise, formation, strength)))
                .orElse(even);
    }

    /** The noise in units of the scene; a strength makes it larger. */
    private static PhotonNoise inScene(PhotonNoise noise, Formation formation, double strength) {
        double gain = formation.gain();
        return new PhotonNoise(
                noise.gain() * strength * strength / gain,
                (noise.background() - formation.background().item()) / gain,
                noise.readout() * strength / gain);
    }
}
