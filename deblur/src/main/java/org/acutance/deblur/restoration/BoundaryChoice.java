package org.acutance.deblur.restoration;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Observation;
import org.acutance.math.array.NdArray;

/**
 * What the scene is taken to be beyond the frame, and why.
 *
 * @param written the name of the boundary condition
 * @param reason why, in words
 */
public record BoundaryChoice(String written, String reason) {
    private static final String AUTOMATIC = "auto";
    private static final String UNKNOWN = "unknown";
    private static final List<String> SPECIAL = List.of("zero", "periodic");
    private static final int LEAST_EXTENT = 16;

    private record Tried(String name, double risk) {}

    /**
     * The boundary condition of settings for an image: for pictures by the light of the brightest channel near the border.
     *
     * @param light a channel without gain and background, by its number
     * @param observed all channels
     * @param terms their data terms, by which the level of the noise may be known
     * @param usable whether a problem with a boundary condition of this name can be solved
     */
    static BoundaryChoice of(
            Settings settings,
            IntFunction<NdArray> light,
            List<Observation> observed,
            List<DataTerm> terms,
            Predicate<String> usable) {
        if (!settings.boundary().equals(AUTOMATIC)) {
            return new BoundaryChoice(settings.boundary(), "as asked for");
        }
        if (!isTestable(observed.get(0))) {
            return new BoundaryChoice(UNKNOWN, "since a scene goes on, as a rule");
        }
        int brightest = IntStream.range(0, observed.size())
                .boxed()
                .max(Comparator.comparingDouble(i -> light.apply(i).sum()))
                .orElseThrow();
        List<String> candidates = SPECIAL.stream().filter(usable).toList();
        Optional<NdArray> variance = terms.get(brightest).variance();
        return candidates.isEmpty()
                        || variance.filter(noise -> noise.min() > 0).isEmpty()
                        || isEven(light.apply(brightest))
                ? new BoundaryChoice(UNKNOWN, "since a scene goes on, as a rule")
                : compared(
                        risk(light.apply(brightest), observed.get(brightest), variance.orElseThrow(), settings.gain()),
                        candidates);
    }

    private static BorderRisk risk(NdArray light, Observation observed, NdArray variance, double gain) {
        NdArray weights = observed.everyWeight().times(gain * gain);
        return new BorderRisk(observed.kernel(), light, precision(variance, weights));
    }

    private static boolean isEven(NdArray light) {
        return light.min() == light.max();
    }

    private static boolean isTestable(Observation observed) {
        return observed.values().rank() == 2
                && observed.psf().kernel().size() > 1
                && Math.min(
                                observed.values().shape().extent(0),
                                observed.values().shape().extent(1))
                        >= LEAST_EXTENT;
    }

    /** Another condition is taken only if it is better by more than the misfit varies by chance. */
    private static BoundaryChoice compared(BorderRisk risk, List<String> candidates) {
        double unknown = risk.of(UNKNOWN);
        double least = unknown - Math.sqrt(2 * risk.samples());
        return candidates.stream()
                .filter(name -> risk.misfit(name) < least)
                .map(name -> new Tried(name, risk.of(name)))
                .filter(tried -> tried.risk() < least)
                .min(Comparator.comparingDouble(Tried::risk))
                .map(best -> new BoundaryChoice(
                        best.name(),
                        String.format(
                                Locale.ROOT,
                                "since that explains the light near the border best: risk %.0f, with boundary unknown %.0f",
                                best.risk(),
                                unknown)))
                .orElse(new BoundaryChoice(
                        UNKNOWN,
                        "since the light near the border does not speak for " + String.join(" or ", candidates)));
    }

    private static NdArray precision(NdArray variance, NdArray weights) {
        return NdArray.elementwise(
                "precision",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = in[1][i] / in[0][i];
                    }
                },
                variance,
                weights);
    }
}
