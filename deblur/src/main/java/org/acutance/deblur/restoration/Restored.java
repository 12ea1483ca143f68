package org.acutance.deblur.restoration;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Problem;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.weight.AutomaticWeight;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;

/**
 * The result of deblurring.
 *
 * @param image the sharp image, samples of FLOAT64 normalised to around [0, 1], alpha kept
 * @param problems what was solved, weights included
 * @param channels how the search went, one per problem
 * @param weights those that were found, one per problem; empty if all were given
 * @param seconds the time it took
 */
public record Restored(
        Image image, List<Problem> problems, List<Solution> channels, List<AutomaticWeight> weights, double seconds) {
    /** A result; the lists are copied. */
    public Restored {
        problems = List.copyOf(problems);
        weights = List.copyOf(weights);
        channels = List.copyOf(channels);
    }

    /** Sum of the losses of the channels. */
    public double loss() {
        return channels.stream().mapToDouble(Solution::fun).sum();
    }

    /**
     * The loss of another image, such as the true one, continued beyond the frame by reflection; empty if a prior is known
     * by a denoiser only, so that there is no loss.
     *
     * @param colours of the shape of the image, on its scale
     */
    public OptionalDouble lossOf(List<NdArray> colours) {
        boolean together = problems.get(0).observation().channelAxes() > 0;
        List<NdArray> frames = together ? List.of(Observation.stacked(colours)) : colours;
        return problems.get(0).prior().denoising().isEmpty()
                ? OptionalDouble.of(IntStream.range(0, frames.size())
                        .mapToDouble(i -> lossOf(problems.get(i), frames.get(i)))
                        .sum())
                : OptionalDouble.empty();
    }

    private static double lossOf(Problem problem, NdArray frame) {
        NdArray scene = problem.formation().extend(frame);
        double misfit = problem.data()
                .distance(Tensor.of(problem.formation().predict(scene)))
                .item();
        return misfit + problem.prior().value(scene, problem.domain());
    }

    /** Whether every channel converged. */
    public boolean success() {
        return channels.stream().allMatch(Solution::success);
    }

    /** Why it ended: the reason of the first channel that did not converge, otherwise that of the first. */
    public Reason reason() {
        return channels.stream()
                .filter(solution -> !solution.success())
                .findFirst()
                .orElse(channels.get(0))
                .reason();
    }
}
