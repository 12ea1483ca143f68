package org.acutance.deblur.restoration;

import java.util.OptionalInt;

/**
 * How to deblur, in written form: what the command's arguments, a form or a program say. Everything but the point
 * spread function has a default.
 *
 * @param psf point spread function, as in {@code gaussian:sigma=1x3,size=13}
 * @param fidelity data term, as in {@code norm}
 * @param prior regulariser, as in {@code gradient-norm:weight=0.2}
 * @param weight how weights of priors that are left open are found, as in {@code sure}; {@code auto} chooses
 * @param boundary what lies beyond the frame, as in {@code reflect}
 * @param method optimiser, as in {@code newton-cg:xtol=1e-5}
 * @param start where the optimiser starts, as in {@code observed}
 * @param maxIterations limit of iterations; empty for the method's own
 */
public record Settings(
        String psf,
        String fidelity,
        String prior,
        String weight,
        String boundary,
        String method,
        String start,
        OptionalInt maxIterations) {
    /** The defaults for a point spread function. */
    public static Settings of(String psf) {
        return new Settings(psf, "auto", "auto", "auto", "unknown", "auto", "observed", OptionalInt.empty());
    }

    /** These settings with another data term. */
    public Settings withFidelity(String other) {
        return new Settings(psf, other, prior, weight, boundary, method, start, maxIterations);
    }

    /** These settings with another regulariser. */
    public Settings withPrior(String other) {
        return new Settings(psf, fidelity, other, weight, boundary, method, start, maxIterations);
    }

    /** These settings with another way to find weights. */
    public Settings withWeight(String other) {
        return new Settings(psf, fidelity, prior, other, boundary, method, start, maxIterations);
    }

    /** These settings with another boundary rule. */
    public Settings withBoundary(String other) {
        return new Settings(psf, fidelity, prior, weight, other, method, start, maxIterations);
    }

    /** These settings with another optimiser. */
    public Settings withMethod(String other) {
        return new Settings(psf, fidelity, prior, weight, boundary, other, start, maxIterations);
    }

    /** These settings with another start. */
    public Settings withStart(String other) {
        return new Settings(psf, fidelity, prior, weight, boundary, method, other, maxIterations);
    }

    /** These settings with a limit of iterations. */
    public Settings withMaxIterations(int limit) {
        return new Settings(psf, fidelity, prior, weight, boundary, method, start, OptionalInt.of(limit));
    }
}
