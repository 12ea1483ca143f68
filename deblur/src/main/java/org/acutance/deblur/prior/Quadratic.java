package org.acutance.deblur.prior;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.SquaredDistance;
import org.acutance.math.optimize.Term;

/**
 * Half the squared norm of a linear map of the estimate: Tikhonov's priors.
 *
 * @param map the map on a domain
 */
record Quadratic(Function<Domain, LinearMap> map) implements Prior {
    @Override
    public Optional<UnaryOperator<Tensor>> penalty(Domain domain) {
        LinearMap linear = map.apply(domain);
        return Optional.of(x -> linear.apply(x).squaredNorm().times(0.5));
    }

    @Override
    public Optional<List<Term>> terms(Domain domain) {
        LinearMap linear = map.apply(domain);
        NdArray target = NdArray.zeros(linear.range(), domain.precision());
        return Optional.of(List.of(new Term(linear, SquaredDistance.to(target))));
    }
}
