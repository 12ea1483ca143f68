package org.acutance.deblur.model;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.Root;

/**
 * The norm of the weighted differences, not squared: the article's data term.
 *
 * @param observation what was observed
 */
record NormDistance(Observation observation) implements DataTerm {
    private static final double ROOT_HALF = Math.sqrt(0.5);

    @Override
    public Tensor distance(Tensor predicted) {
        Tensor difference = predicted.minus(Tensor.of(observation.filled().to(predicted.precision())));
        Tensor weighted = observation
                .weights()
                .map(weights -> difference.times(Tensor.of(roots(weights.to(predicted.precision())))))
                .orElse(difference);
        return weighted.norm().times(ROOT_HALF);
    }

    private static NdArray roots(NdArray weights) {
        return Tensor.of(weights).sqrt().value();
    }

    @Override
    public Optional<Objective> objective(Formation formation) {
        NdArray weights = observation.weights().orElse(NdArray.scalar(1));
        return Optional.of(new Root(new HalfSquares(formation, observation.filled(), weights)));
    }

    @Override
    public Optional<Proximal> proximal() {
        return Optional.empty();
    }

    @Override
    public Optional<NdArray> variance() {
        return Optional.empty();
    }

    /** A weight is worth as much more as the norm is smaller. */
    @Override
    public boolean isLikelihood() {
        return false;
    }

    @Override
    public String description() {
        return "the norm of the differences, whatever the level of noise";
    }
}
