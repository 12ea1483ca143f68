package org.acutance.deblur.weight;

import org.acutance.deblur.model.Observation;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.acutance.math.fft.Fft;
import org.acutance.math.fft.Filter;
import org.acutance.math.fft.Spectrum;
import org.acutance.math.linear.PeriodicConvolution;

/**
 * Weighs differences of blurred images as a regularised inverse of the blur enlarges them, by {@code 1 / (|H|^2 + b)} at
 * each frequency: the error of a prediction then counts about as much as that of the sharp image behind it (after Xue,
 * Luisier &amp; Blu 2013, "Multi-Wiener SURE-LET deconvolution", who estimate that error by such an inverse). As b serves
 * the ratio of noise to signal: below it the samples do not tell. The weighting is circular on the frame, which may be, as
 * the risk of predictions can be estimated in any norm.
 */
final class InverseNorm {
    private final Filter weighting;
    private final NdArray variance;

    /**
     * The weighting for an observation.
     *
     * @param deviation standard deviation of each sample, 0 where one does not count
     */
    InverseNorm(Observation observation, NdArray deviation) {
        Shape frame = observation.values().shape();
        NdArray power = PeriodicConvolution.response(observation.kernel().to(deviation.precision()), frame)
                .squaredMagnitude();
        this.variance = deviation.times(deviation);
        double signal = Math.max(Math.pow(observation.spread(), 2), Double.MIN_NORMAL);
        double ridge = power.max() * variance.sum() / (signal * variance.size());
        NdArray weights = NdArray.elementwise(
                "inverse norm",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = 1 / (in[0][i] + ridge);
                    }
                },
                power);
        this.weighting = Fft.plan(frame, weights.precision()).filter(new Spectrum(frame, weights, weights.times(0)));
    }

    /** The inner product of two differences, of the shape of the frame. */
    double product(NdArray a, NdArray b) {
        return a.dot(weighting.apply(b));
    }

    /** Expected squared norm of the noise: the diagonal of the weighting is the same everywhere. */
    double noise() {
        NdArray impulse = NdArray.full(Shape.of(1).expandedTo(variance.rank()), variance.precision(), 1);
        return weighting.apply(impulse).get(0) * variance.sum();
    }
}
