package org.acutance.deblur.method;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.psf.Psf;
import org.acutance.math.array.NdArray;
import org.acutance.math.linear.PeriodicConvolution;
import org.acutance.math.optimize.Bounds;

/** What all multiplicative iterations ask of point spread function, observation and start. */
final class Positive {
    /** Share of the mean to which dark pixels of an observation are raised where it serves as the start. */
    private static final double DARK = 0.01;

    private Positive() {}

    /** Refuses a kernel with negative values, unless it may be clipped and can be. */
    static Optional<String> obstacle(Problem problem, boolean clip) {
        boolean negative = problem.observation().psf().report().negativeShare() > 0;
        if (!negative || (clip && problem.formation().circulant().isPresent())) {
            return Optional.empty();
        }
        return Optional.of(
                clip
                        ? "negative values of the point spread function can be clipped with boundary unknown or periodic"
                                + " only, and without subsampling; use one of these, or clip them in the file"
                        : "the point spread function has negative values, and light does not take away; say"
                                + " negative-psf=clip, mend it, or use wiener");
    }

    /** Whether they are limits that a scene keeps which is not negative. */
    static boolean keeps(Bounds limits) {
        return limits.lower().max() <= 0 && limits.upper().min() == Double.POSITIVE_INFINITY;
    }

    /** The formation whose kernel has no negative values. */
    static Formation formation(Problem problem) {
        Formation formation = problem.formation();
        Psf psf = problem.observation().psf();
        if (psf.report().negativeShare() == 0) {
            return formation;
        }
        NdArray kernel =
                problem.observation().onAxes(Psf.of(raised(psf.kernel(), 0)).kernel());
        return formation.with(
                new PeriodicConvolution(kernel.to(problem.observation().values().precision()), formation.canvas()));
    }

    /** Tells of observed pixels below 0. */
    static List<String> notes(Problem problem, double raisedBy) {
        NdArray values = problem.observation().values();
        long count = IntStream.range(0, values.size())
                .filter(i -> values.get(i) + raisedBy < 0)
                .count();
        return count == 0
                ? List.of()
                : List.of(count + " of " + values.size() + " pixels are negative and count as 0; give the readout noise"
                        + " if that is why, or a background");
    }

    /**
     * The start. The observation itself may serve: its dark pixels say nothing against light there. Any other start must
     * not be negative, and its zeros stay.
     */
    static NdArray start(String method, Problem problem, NdArray given) {
        Formation formation = problem.formation();
        NdArray observed = formation.light(problem.observation().values());
        if (given.equals(formation.extend(observed))) {
            NdArray light = raised(given, 0);
            return raised(light, DARK * light.sum() / light.size());
        }
        if (given.min() < 0 || (given.max() <= 0 && observed.max() > 0)) {
            throw new IllegalArgumentException(
                    "deblur: method " + method + " has to start above 0, where it multiplies,"
                            + " but the start lies between " + given.min() + " and " + given.max()
                            + "; use start observed, or flat with a level above 0");
        }
        return given;
    }

    /** The values, those below a limit being raised to it. */
    static NdArray raised(NdArray values, double least) {
        return NdArray.elementwise(
                "raise",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(least, in[0][i]);
                    }
                },
                values);
    }
}
