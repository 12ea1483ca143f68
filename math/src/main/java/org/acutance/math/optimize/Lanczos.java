package org.acutance.math.optimize;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The minimiser of the model in the Krylov space of gradient and Hessian, which grows until the minimiser satisfies the
 * Newton equation well enough (Gould, Lucidi, Roma &amp; Toint 1999, algorithm 5.1). The space is kept, so that a smaller
 * region costs no further products.
 */
final class Lanczos implements RegionModel {
    private static final int MOST = 200;
    private static final int LEAST = 20;
    /** About how many numbers all vectors together may have. */
    private static final int ROOM = 1 << 25;

    private final Evaluation at;
    private final double norm;
    private double goal;
    private final List<NdArray> basis = new ArrayList<>();
    private final Tridiagonal matrix = new Tridiagonal();
    private boolean complete;

    Lanczos(Evaluation at) {
        this.at = at;
        this.norm = at.gradient().norm();
        this.goal = NewtonDirection.goal(norm);
        this.basis.add(at.gradient().times(1 / norm));
    }

    @Override
    public RegionStep within(double radius) {
        if (matrix.size() == 0 && !grow()) {
            return RegionStep.downhill(at.gradient(), radius);
        }
        Tridiagonal.Minimiser minimiser = matrix.minimiser(norm, radius);
        while (!complete && minimiser.residual() > goal && grow()) {
            minimiser = matrix.minimiser(norm, radius);
        }
        NdArray step = basis.get(0).times(minimiser.components().get(0));
        for (int i = 1; i < minimiser.components().size(); i++) {
            step = step.plusScaled(minimiser.components().get(i), basis.get(i));
        }
        return new RegionStep(step, minimiser.promised(), Math.min(step.norm(), radius), minimiser.atBoundary());
    }

    @Override
    public Optional<RegionModel> refined() {
        if (complete || goal == 0) {
            return Optional.empty();
        }
        goal = 0;
        return Optional.of(this);
    }

    /** Adds one dimension; false if its product is not finite. */
    private boolean grow() {
        NdArray last = basis.get(basis.size() - 1);
        NdArray next = at.hessianProduct(last);
        double diagonal = next.dot(last);
        if (!Double.isFinite(diagonal) || !next.isFinite()) {
            complete = true;
            return false;
        }
        double before = next.norm();
        // Twice, for rounding leaves some of the others in it.
        for (int pass = 0; pass < 2; pass++) {
            for (NdArray other : basis) {
                next = next.plusScaled(-next.dot(other), other);
            }
        }
        double beside = next.norm();
        matrix.add(diagonal, beside);
        double resolution = last.precision().epsilon() * before * Math.sqrt(last.size());
        complete = basis.size() >= most(last.size()) || !(beside > resolution);
        if (!complete) {
            basis.add(next.times(1 / beside));
        }
        return true;
    }

    /** As many dimensions as unknowns, but for many unknowns no more than fit into memory. */
    private static int most(int unknowns) {
        return Math.min(unknowns, Math.min(MOST, Math.max(LEAST, ROOM / unknowns)));
    }
}
