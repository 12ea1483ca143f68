package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Reduction;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Term;

/**
 * The sum over the pixels of a smooth function of the gradient's length.
 *
 * @param profile the function
 * @param voxel distance of neighbours, one or one per axis
 */
record SmoothVariation(Profile profile, List<Double> voxel) implements Prior {
    @Override
    public Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
        LinearMap gradient = domain.grid(voxel).gradient();
        return Optional.of(x -> profile.at(gradient.apply(x).square().sum(0)).sum());
    }

    @Override
    public Optional<Objective> objective(Domain domain) {
        return Optional.of(new Variation(domain.grid(voxel).slopes(), profile));
    }

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        return Optional.of(List.of(new Term(domain.grid(voxel).gradient(), new Sum(profile))));
    }

    /**
     * The sum over the vectors along the first axis; its proximal map shortens each of them.
     *
     * @param profile the function of the length
     */
    private record Sum(Profile profile) implements Proximal {
        private static NdArray lengths(NdArray x) {
            return NdArray.elementwise(
                    "lengths",
                    (in, out, count) -> {
                        for (int i = 0; i < count; i++) {
                            out[i] = Math.sqrt(in[0][i]);
                        }
                    },
                    x.times(x).reduce(Reduction.SUM, 0));
        }

        @Override
        public double value(NdArray x) {
            return NdArray.elementwise("profile", profile.values(), lengths(x)).sum();
        }

        @Override
        public NdArray prox(NdArray x, double step) {
            return x.times(NdArray.elementwise("profile", profile.factors(step), lengths(x)));
        }
    }
}
