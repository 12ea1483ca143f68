package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Evaluation;
import org.acutance.math.optimize.Objective;

/**
 * The negative log-likelihood of photons, {@code sum w d(y, gain * A x + b)} with d a {@link Divergence}: 0 for an estimate
 * that explains the observation exactly. Readout noise of variance v (in squared photons) is taken in as Snyder, White
 * &amp; Hammoud (1993) do, and MATLAB's {@code deconvlucy}: v is added to observation and prediction both, which makes the
 * Gaussian noise a Poisson one of the same variance. Observations that are negative even then count as 0.
 */
public final class PoissonLikelihood implements Objective {
    /** Share of the largest observation below which a prediction is rounding. */
    private static final double ROUNDING = 1e-14;

    private final LinearMap blur;
    private final double gain;
    private final NdArray background;
    private final NdArray observed;
    private final Optional<NdArray> weights;
    private final Divergence divergence;
    private final double floor;

    /**
     * A likelihood.
     *
     * @param blur A, from the scene to the observation
     * @param gain what the blurred scene is multiplied by, positive
     * @param background what is added, of the shape of the observation or one that broadcasts to it
     * @param observed y
     * @param weights w, how much each sample counts, not negative; all 1 if empty
     * @param readout what is added to observation and prediction: variance of the readout noise over photons for one unit
     * @param divergence how far a prediction is from an observation
     * @throws IllegalArgumentException if shapes do not fit
     */
    public PoissonLikelihood(
            LinearMap blur,
            double gain,
            NdArray background,
            NdArray observed,
            Optional<NdArray> weights,
            double readout,
            Divergence divergence) {
        observed.shape().require("likelihood", blur.range());
        this.blur = blur;
        this.gain = gain;
        this.background = shifted(background.to(precision(background, observed)), readout);
        this.observed = shifted(observed, readout);
        this.weights = weights;
        this.divergence = divergence;
        this.floor = Math.max(Double.MIN_NORMAL, ROUNDING * this.observed.max());
    }

    private static Precision precision(NdArray background, NdArray observed) {
        return background.rank() == 0 ? background.precision() : observed.precision();
    }

    private static NdArray shifted(NdArray values, double by) {
        return NdArray.elementwise(
                "readout",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = Math.max(0, in[0][i] + by);
                    }
                },
                values);
    }

    /** The observation as it counts: readout noise added, nothing negative. */
    public NdArray observed() {
        return observed;
    }

    /** {@code A'w} times the gain: what one unit of each element of the scene adds to the weighted prediction. */
    public NdArray sensitivity() {
        NdArray seen = weights.orElseGet(() -> NdArray.full(blur.range(), observed.precision(), 1));
        return blur.adjoint(seen).times(gain);
    }

    @Override
    public Evaluation at(NdArray x) {
        return new Point(x);
    }

    /** What is known at one estimate; the prediction is computed once. */
    private final class Point implements Evaluation {
        private final NdArray x;
        private Optional<NdArray> prediction = Optional.empty();

        Point(NdArray x) {
            this.x = x;
        }

        @Override
        public NdArray x() {
            return x;
        }

        private NdArray predicted() {
            NdArray known = prediction.orElseGet(() -> NdArray.elementwise(
                    "predict",
                    (in, out, count) -> {
                        for (int i = 0; i < count; i++) {
                            out[i] = Math.max(floor, gain * in[0][i] + in[1][i]);
                        }
                    },
                    blur.apply(x),
                    background));
            prediction = Optional.of(known);
            return known;
        }

        @Override
        public double value() {
            return weighted(divided(divergence::value)).sum();
        }

        @Override
        public NdArray gradient() {
            return blur.adjoint(weighted(divided(divergence::slope))).times(gain);
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            NdArray curved = divided(divergence::curvature).times(blur.apply(direction));
            return blur.adjoint(weighted(curved)).times(gain * gain);
        }

        private NdArray divided(PixelFunction function) {
            return NdArray.elementwise(
                    "divergence",
                    (in, out, count) -> {
                        for (int i = 0; i < count; i++) {
                            out[i] = function.at(in[0][i], in[1][i]);
                        }
                    },
                    observed,
                    predicted());
        }
    }

    private NdArray weighted(NdArray values) {
        return weights.map(values::times).orElse(values);
    }

    /** A function of observation and prediction at one pixel. */
    @FunctionalInterface
    private interface PixelFunction {
        double at(double observed, double predicted);
    }
}
