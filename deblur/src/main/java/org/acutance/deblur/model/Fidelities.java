package org.acutance.deblur.model;

import java.util.List;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;

/** The data terms by name. */
public final class Fidelities {
    /** {@code norm} and {@code l2}. */
    public static final Catalogue<Fidelity> CATALOGUE = new Catalogue<>(
            "fidelity",
            List.of(
                    Entry.plain(
                            "norm",
                            "||h*x - y|| / sqrt(2); the result does not depend on the scale of the intensities",
                            NormDistance::new),
                    Entry.plain(
                            "l2",
                            "||h*x - y||^2 / 2; the log-likelihood of Gaussian noise of variance 1",
                            Fidelities::squared)));

    private Fidelities() {}

    private static DataTerm squared(Observation observation) {
        return SquaredDistance.uniform(observation, 1, false, "half the squared differences");
    }
}
