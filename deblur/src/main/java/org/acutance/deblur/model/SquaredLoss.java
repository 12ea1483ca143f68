package org.acutance.deblur.model;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;
import org.acutance.math.optimize.SquaredDistance;

/**
 * Half the sum of weighted squared differences to the observation.
 *
 * @param function the distance; its weights are one over the variance of each sample, 0 for samples that do not count
 * @param variance what {@link DataTerm#variance()} gives
 * @param description in a few words
 */
record SquaredLoss(SquaredDistance function, Optional<NdArray> variance, String description) implements DataTerm {
    /** A loss; weights that are all the same become one number, which methods solve for without splitting. */
    SquaredLoss {
        NdArray weights = function.weights();
        if (weights.rank() > 0 && weights.min() == weights.max()) {
            function = new SquaredDistance(function.target(), NdArray.scalar(weights.get(0)));
        }
    }

    /** The distance to an observation whose samples all have one variance. */
    static SquaredLoss uniform(Observation observation, double variance, boolean known, String description) {
        NdArray values = observation.values();
        NdArray each = NdArray.scalar(1 / variance);
        return new SquaredLoss(
                new SquaredDistance(
                        observation.filled(),
                        observation.weights().map(w -> w.times(1 / variance)).orElse(each)),
                known ? Optional.of(NdArray.full(values.shape(), values.precision(), variance)) : Optional.empty(),
                description);
    }

    @Override
    public Tensor distance(Tensor predicted) {
        Tensor difference = predicted.minus(Tensor.of(function.target().to(predicted.precision())));
        return function.weights().rank() == 0
                ? difference.squaredNorm().times(0.5 * function.weights().item())
                : difference
                        .times(Tensor.of(function.weights().to(predicted.precision())))
                        .dot(difference)
                        .times(0.5);
    }

    @Override
    public Optional<Objective> objective(Formation formation) {
        return Optional.of(new HalfSquares(formation, function.target(), function.weights()));
    }

    @Override
    public Optional<Proximal> proximal() {
        return Optional.of(function);
    }
}
