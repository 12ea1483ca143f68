package org.acutance.deblur.model;

import java.util.List;
import java.util.Optional;
import org.acutance.deblur.noise.Gaps;
import org.acutance.deblur.noise.NoiseReport;
import org.acutance.deblur.noise.Spread;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;

/**
 * One channel as it was observed.
 *
 * @param values the samples, slowest axis first; of several channels that are estimated together, these first
 * @param weights how much each sample counts, of the same shape, not negative: 0 for invalid samples; all 1 if empty
 * @param psf what the scene was blurred by, of the same rank, or of one less if the first axis is that of channels
 */
public record Observation(NdArray values, Optional<NdArray> weights, Psf psf) {
    /**
     * An observation.
     *
     * @throws IllegalArgumentException if the shape of the weights differs, or one is negative or not finite
     */
    public Observation {
        weights.ifPresent(given -> requireUsable(given, values));
    }

    /** An observation all of whose samples count alike. */
    public static Observation of(NdArray values, Psf psf) {
        return new Observation(values, Optional.empty(), psf);
    }

    /**
     * Several channels as one observation.
     *
     * @param channels at least one, all of one shape and blurred alike
     */
    public static Observation ofChannels(List<Observation> channels) {
        boolean weighted =
                channels.stream().anyMatch(channel -> channel.weights().isPresent());
        return new Observation(
                stacked(channels.stream().map(Observation::values).toList()),
                weighted
                        ? Optional.of(stacked(
                                channels.stream().map(Observation::everyWeight).toList()))
                        : Optional.empty(),
                channels.get(0).psf());
    }

    /**
     * Arrays of one shape stacked along a new first axis.
     *
     * @param channels at least one
     */
    public static NdArray stacked(List<NdArray> channels) {
        Shape one = channels.get(0).shape().expandedTo(channels.get(0).rank() + 1);
        return NdArray.concatenate(
                0, channels.stream().map(channel -> channel.reshape(one)).toList());
    }

    /** Number of leading axes that are channels and not space. */
    public int channelAxes() {
        return values.rank() - psf.rank();
    }

    /** The kernel with the axes of the samples: of extent 1 along that of channels. */
    public NdArray kernel() {
        return onAxes(psf.kernel());
    }

    /**
     * An array with the axes of the samples.
     *
     * @param spatial array whose axes are those of space
     */
    public NdArray onAxes(NdArray spatial) {
        return spatial.reshape(spatial.shape().expandedTo(values.rank()));
    }

    /** The samples, those of weight 0, which may be anything, replaced by the mean of their neighbours. */
    public NdArray filled() {
        return Gaps.filled(values, weights);
    }

    /** Standard deviation of the samples, those of weight 0 filled. */
    public double spread() {
        return Spread.of(filled());
    }

    /** Other samples with the same weights. */
    public Observation withValues(NdArray samples) {
        return new Observation(samples, weights, psf);
    }

    /** The weights, all 1 if none were given. */
    public NdArray everyWeight() {
        return weights.orElseGet(() -> NdArray.full(values.shape(), values.precision(), 1));
    }

    /** This observation without the samples that a report says not to trust. */
    public Observation trusted(NoiseReport report) {
        return report.usable().min() > 0
                ? this
                : new Observation(values, Optional.of(everyWeight().times(report.usable())), psf);
    }

    private static void requireUsable(NdArray weights, NdArray values) {
        weights.requireLike("weights", values);
        if (!weights.isFinite() || weights.min() < 0) {
            throw new IllegalArgumentException(
                    "weights: got a negative or not finite one; give 0 for pixels that do not"
                            + " count and positive numbers for the others");
        }
    }
}
