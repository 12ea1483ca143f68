package org.acutance.deblur.restoration;

import java.util.List;
import org.acutance.deblur.certificate.Certificate;
import org.acutance.deblur.image.Image;
import org.acutance.deblur.method.Problem;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;

/**
 * The result of deblurring.
 *
 * @param image the sharp image, samples of FLOAT64 normalised to around [0, 1], alpha kept
 * @param problems what was solved, one per colour, the weights of their priors known
 * @param channels how the search went, one per colour
 * @param certificates what can be said for and against it, one per colour
 * @param seconds the time it took
 */
public record Restored(
        Image image, List<Problem> problems, List<Solution> channels, List<Certificate> certificates, double seconds) {
    /** A result; the lists are copied. */
    public Restored {
        problems = List.copyOf(problems);
        channels = List.copyOf(channels);
        certificates = List.copyOf(certificates);
    }

    /** This result with other certificates. */
    Restored with(List<Certificate> others) {
        return new Restored(image, problems, channels, others, seconds);
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
