package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import org.acutance.math.optimize.GroupNorm;
import org.acutance.math.optimize.Term;

/**
 * The sum of {@code scale log(1 + |H| / scale)} with |H| the norm of the second derivatives: what bends little is taken
 * for noise, and threads, beads and edges that stand out are hardly weakened. The logarithm is the limit of reweighted
 * norms (Cand&egrave;s, Wakin &amp; Boyd 2008, "Enhancing sparsity by reweighted l1 minimization"). It is not convex.
 *
 * @param scale second derivative from which on more costs less than in proportion, in units of the samples
 * @param voxel distance of neighbours, one or one per axis
 */
record LogHessian(double scale, List<Double> voxel) implements Prior {
    @Override
    public boolean isConvex() {
        return false;
    }

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        return Optional.of(List.of(new Term(domain.grid(voxel).hessian(), new GroupNorm(1, scale))));
    }
}
