package org.acutance.deblur.model;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Proximal;

/**
 * Half the sum of weighted squared differences: {@code sum(inverseVariance * (predicted - observed)^2) / 2}.
 *
 * @param observed the samples
 * @param inverseVariance one over the variance of each sample, of the same shape; 0 for samples that do not count
 * @param variance what {@link DataTerm#variance()} gives
 * @param description in a few words
 */
record SquaredDistance(NdArray observed, NdArray inverseVariance, Optional<NdArray> variance, String description)
        implements DataTerm, Proximal {
    /** The distance to an observation whose samples all have one variance. */
    static SquaredDistance uniform(Observation observation, double variance, boolean known, String description) {
        NdArray values = observation.values();
        NdArray each = NdArray.full(values.shape(), values.precision(), 1 / variance);
        return new SquaredDistance(
                observation.filled(),
                observation.weights().map(each::times).orElse(each),
                known ? Optional.of(NdArray.full(values.shape(), values.precision(), variance)) : Optional.empty(),
                description);
    }

    @Override
    public Tensor distance(Tensor predicted) {
        Tensor difference = predicted.minus(Tensor.of(observed.to(predicted.precision())));
        return difference
                .times(Tensor.of(inverseVariance.to(predicted.precision())))
                .dot(difference)
                .times(0.5);
    }

    @Override
    public Optional<Proximal> proximal() {
        return Optional.of(this);
    }

    @Override
    public double value(NdArray predicted) {
        NdArray difference = predicted.minus(observed);
        return difference.times(inverseVariance).dot(difference) / 2;
    }

    @Override
    public NdArray prox(NdArray predicted, double step) {
        return NdArray.elementwise(
                "prox of squared distance",
                (operands, out, length) -> {
                    double[] x = operands[0];
                    double[] y = operands[1];
                    double[] w = operands[2];
                    for (int i = 0; i < length; i++) {
                        double share = step * w[i];
                        out[i] = (x[i] + share * y[i]) / (1 + share);
                    }
                },
                predicted,
                observed,
                inverseVariance);
    }
}
