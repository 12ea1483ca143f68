package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import org.acutance.math.linear.IdentityMap;
import org.acutance.math.optimize.Bounds;
import org.acutance.math.optimize.Term;

/**
 * Limits of every element, which an estimate must not leave.
 *
 * @param limits the limits
 */
record Limits(Bounds limits) implements Prior {
    @Override
    public Optional<List<Term>> terms(Domain domain) {
        return Optional.of(List.of(new Term(new IdentityMap(domain.shape()), limits)));
    }

    @Override
    public Optional<Bounds> bounds() {
        return Optional.of(limits);
    }
}
