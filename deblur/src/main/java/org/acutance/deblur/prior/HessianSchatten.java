package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import org.acutance.math.optimize.GroupNorm;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * The sum of the Schatten norms of the second derivatives (Lefkimmiatis, Ward &amp; Unser 2013): planes cost nothing, so
 * that slopes do not become stairs.
 *
 * @param order which norm of the eigenvalues
 * @param voxel distance of neighbours, one or one per axis
 */
record HessianSchatten(Order order, List<Double> voxel) implements Prior {
    /** Schatten norms. */
    enum Order {
        /** p = 1, the sum of the absolute eigenvalues. */
        NUCLEAR,
        /** p = 2, the norm of the elements. */
        FROBENIUS,
        /** p = infinity, the largest absolute eigenvalue. */
        SPECTRAL
    }

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        Proximal norm =
                switch (order) {
                    case NUCLEAR -> new SchattenNorm(domain.axes(), SchattenNorm.Eigenvalues.SUM);
                    case FROBENIUS -> new GroupNorm(1);
                    case SPECTRAL -> new SchattenNorm(domain.axes(), SchattenNorm.Eigenvalues.LARGEST);
                };
        return Optional.of(List.of(new Term(domain.grid(voxel).hessian(), norm)));
    }
}
