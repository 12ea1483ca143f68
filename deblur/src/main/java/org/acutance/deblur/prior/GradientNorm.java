package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Root;
import org.acutance.math.optimize.Term;

/**
 * The norm of the whole gradient over sqrt(2), which is not squared: it goes with data terms that are not, either.
 *
 * @param voxel distance of neighbours, one or one per axis
 */
record GradientNorm(List<Double> voxel) implements Prior {
    private static final double ROOT_HALF = Math.sqrt(0.5);

    @Override
    public Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
        LinearMap gradient = domain.grid(voxel).gradient();
        return Optional.of(x -> gradient.apply(x).norm().times(ROOT_HALF));
    }

    @Override
    public boolean isLocal() {
        return false;
    }

    @Override
    public Optional<Objective> objective(Domain domain) {
        return Optional.of(new Root(new Roughness(domain.grid(voxel).slopes())));
    }

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        return Optional.of(List.of(new Term(domain.grid(voxel).gradient(), new Norm())));
    }

    /** The Euclidean norm over sqrt(2); its proximal map shortens the vector (Parikh &amp; Boyd 2014, section 6.5.1). */
    private record Norm() implements Proximal {
        @Override
        public double value(NdArray x) {
            return ROOT_HALF * x.norm();
        }

        @Override
        public NdArray prox(NdArray x, double step) {
            double norm = x.norm();
            return x.times(norm <= ROOT_HALF * step ? 0 : 1 - ROOT_HALF * step / norm);
        }
    }
}
