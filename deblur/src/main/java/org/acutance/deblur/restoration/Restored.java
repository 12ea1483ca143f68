package org.acutance.deblur.restoration;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.acutance.deblur.certificate.Certificate;
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
 * @param image the sharp image, samples normalised to around [0, 1], alpha kept: of the precision of the plan
 * @param problems what was solved, one per problem, the weights of their priors known
 * @param channels how the search went, one per problem
 * @param weights those that were found, one per problem, or two where it is the mean of two estimates; empty if all were given
 * @param certificates what can be said for and against it, one per problem
 * @param seams how well the parts fit together; then problems, searches and certificates are those of the part
 *     with most structure, as it was solved first. Empty if the image was deblurred as a whole
 * @param seconds the time it took
 */
public record Restored(
        Image image,
        List<Problem> problems,
        List<Solution> channels,
        List<AutomaticWeight> weights,
        List<Certificate> certificates,
        Optional<Seams> seams,
        double seconds) {
    /** A result; the lists are copied. */
    public Restored {
        problems = List.copyOf(problems);
        channels = List.copyOf(channels);
        weights = List.copyOf(weights);
        certificates = List.copyOf(certificates);
    }

    static Restored of(Image image, List<Deblurring.Channel> channels, Optional<Seams> seams, long begun) {
        return new Restored(
                image,
                channels.stream().map(Deblurring.Channel::problem).toList(),
                channels.stream().map(Deblurring.Channel::solution).toList(),
                channels.stream().flatMap(channel -> channel.weights().stream()).toList(),
                channels.stream().map(Deblurring.Channel::certificate).toList(),
                seams,
                (System.nanoTime() - begun) * 1e-9);
    }

    /** This result with other certificates. */
    Restored with(List<Certificate> others) {
        return new Restored(image, problems, channels, weights, others, seams, seconds);
    }

    /** Sum over the channels of what {@link #measure} names; of different measures it cannot be compared. */
    public double loss() {
        return channels.stream().mapToDouble(Solution::fun).sum();
    }

    /**
     * What the search made small: {@code loss}, or where a denoiser stands for the prior, so that there is none,
     * {@code denoised}, the root mean square of what the last denoising took away, in units of the samples.
     */
    public String measure() {
        return hasLoss() ? "loss" : "denoised";
    }

    /** Whether there is a loss; a prior that is known by a denoiser has none. */
    public boolean hasLoss() {
        return problems.stream().allMatch(problem -> problem.prior().denoising().isEmpty());
    }

    /**
     * The loss of another image, such as the true one, continued beyond the frame by reflection; empty if there is no
     * loss, or only that of a part of the image.
     *
     * @param colours of the shape of the image, on its scale
     */
    public OptionalDouble lossOf(List<NdArray> colours) {
        boolean together = problems.get(0).observation().channelAxes() > 0;
        List<NdArray> frames = together ? List.of(Observation.stacked(colours)) : colours;
        return hasLoss() && seams.isEmpty()
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
