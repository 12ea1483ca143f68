package org.acutance.deblur.psf;

import java.util.Arrays;
import java.util.Optional;
import org.acutance.deblur.optics.Length;
import org.acutance.math.catalogue.Parameter;

/** Parameters that are lengths with a unit. */
final class Lengths {
    private static final double LARGEST_NANOMETRES = 1e9;

    private Lengths() {}

    /** A length above 0. */
    static Parameter<Length> positive(String name, String help) {
        return parameter(name, help, "a length above 0 with its unit as in 520nm or 0.52um", Double.MIN_VALUE, "");
    }

    /** A length of at least 0 with a default. */
    static Parameter<Length> notNegative(String name, String help, String fallback) {
        return parameter(name, help, "a length of at least 0 with its unit as in 5um", 0, fallback);
    }

    /** A length of any sign with a default. */
    static Parameter<Length> signed(String name, String help, String fallback) {
        return parameter(name, help, "a length with its unit as in -300nm", -LARGEST_NANOMETRES, fallback);
    }

    /** Lengths above 0, one or one per axis, in nm. */
    static Parameter<double[]> perAxis(String name, String help) {
        return new Parameter<>(
                name,
                help,
                "lengths above 0 with their unit, one or one per axis as in 200nmx65nmx65nm",
                text -> Arrays.stream(Length.toNanometres(Length.parseAll(text)))
                        .map(value -> within(value, Double.MIN_VALUE))
                        .toArray(),
                Optional.empty());
    }

    private static Parameter<Length> parameter(String name, String help, String form, double least, String fallback) {
        return new Parameter<>(
                name,
                help,
                form,
                text -> new Length(within(Length.parse(text).nanometres(), least)),
                fallback.isEmpty() ? Optional.empty() : Optional.of(fallback));
    }

    private static double within(double value, double least) {
        if (!(value >= least && value <= LARGEST_NANOMETRES)) {
            throw new IllegalArgumentException("out of range");
        }
        return value;
    }
}
