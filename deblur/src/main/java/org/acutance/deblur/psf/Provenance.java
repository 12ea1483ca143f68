package org.acutance.deblur.psf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where values come from, which rules what is worth examining in them.
 *
 * @param kind who made them
 * @param sampling size of the pixels, if known
 * @param beyond share of the light beyond the kernel, at most that, if known
 * @param remarks what the maker has to say
 */
public record Provenance(Kind kind, Optional<Sampling> sampling, OptionalDouble beyond, List<Finding> remarks) {
    /** Who made the values. */
    public enum Kind {
        /** A formula for a blur that is just so. */
        DRAWN,
        /** The physics of a lens. */
        COMPUTED,
        /** A measurement or a file of unknown origin. */
        MEASURED
    }

    /** A formula, of which there is nothing to say. */
    public static final Provenance DRAWN = of(Kind.DRAWN);

    /** The physics of a lens, of which nothing more is known. */
    public static final Provenance COMPUTED = of(Kind.COMPUTED);

    /** A measurement, of which nothing is known. */
    public static final Provenance MEASURED = of(Kind.MEASURED);

    /** Where values come from; the list is copied. */
    public Provenance {
        remarks = List.copyOf(remarks);
    }

    private static Provenance of(Kind kind) {
        return new Provenance(kind, Optional.empty(), OptionalDouble.empty(), List.of());
    }

    Provenance withSampling(Sampling known) {
        return new Provenance(kind, Optional.of(known), beyond, remarks);
    }

    Provenance withBeyond(double share) {
        return new Provenance(kind, sampling, OptionalDouble.of(share), remarks);
    }

    Provenance withRemark(Finding remark) {
        List<Finding> all = new ArrayList<>(remarks);
        all.add(remark);
        return new Provenance(kind, sampling, beyond, all);
    }
}
