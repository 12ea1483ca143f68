package org.acutance.deblur.restoration;

import java.util.List;
import org.acutance.deblur.image.Image;
import org.acutance.math.optimize.Reason;
import org.acutance.math.optimize.Solution;

/**
 * The result of deblurring.
 *
 * @param image the sharp image, samples of FLOAT64 normalised to around [0, 1], alpha kept
 * @param channels how the search went, one per colour
 * @param seconds the time it took
 */
public record Restored(Image image, List<Solution> channels, double seconds) {
    /** A result; the channels are copied. */
    public Restored {
        channels = List.copyOf(channels);
    }

    /** Sum of the losses of the channels. */
    public double loss() {
        return channels.stream().mapToDouble(Solution::fun).sum();
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
