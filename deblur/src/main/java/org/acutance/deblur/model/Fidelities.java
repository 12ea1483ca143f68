package org.acutance.deblur.model;

import java.util.List;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.catalogue.Catalogue;
import org.acutance.math.catalogue.Entry;

/** The data terms by name. */
public final class Fidelities {
    private static final double ROOT_HALF = Math.sqrt(0.5);

    /** {@code norm} and {@code l2}. */
    public static final Catalogue<Fidelity> CATALOGUE = new Catalogue<>(
            "fidelity",
            List.of(
                    Entry.plain(
                            "norm",
                            "||h*x - y|| / sqrt(2); the result does not depend on the scale of the intensities",
                            Fidelities::norm),
                    Entry.plain("l2", "||h*x - y||^2 / 2; the log-likelihood of Gaussian noise", Fidelities::l2)));

    private Fidelities() {}

    private static Tensor norm(Tensor blurred, Tensor observed) {
        return blurred.minus(observed).norm().times(ROOT_HALF);
    }

    private static Tensor l2(Tensor blurred, Tensor observed) {
        return blurred.minus(observed).squaredNorm().times(0.5);
    }
}
