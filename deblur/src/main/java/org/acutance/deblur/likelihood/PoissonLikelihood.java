package org.acutance.deblur.likelihood;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.RowOperation;
import org.acutance.math.array.RowSums;
import org.acutance.math.fft.Circuit;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.linear.PeriodicConvolution;
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
    private final Optional<Circuit> circuit;
    private final double gain;
    private final NdArray background;
    private final NdArray observed;
    private final Optional<NdArray> weights;
    private final double readout;
    private final Divergence divergence;
    private final double floor;
    private final PhotonRows rows;

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
        this.circuit = blur.circuit();
        NdArray level = shifted(background.to(precision(background, observed)), readout);
        this.background = level.size() == 1 ? level : level.broadcastTo(observed.shape());
        this.observed = observed;
        this.weights = weights;
        this.readout = readout;
        this.divergence = divergence;
        double least = observed.precision() == Precision.FLOAT32 ? Float.MIN_NORMAL : Double.MIN_NORMAL;
        this.floor = Math.max(least, ROUNDING * Math.max(0, observed.max() + readout));
        this.rows =
                new PhotonRows(observed, this.background, weights, observed.min(), gain, readout, floor, divergence);
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
        return shifted(observed, readout);
    }

    /**
     * {@code A'w} times the gain: what one unit of each element of the scene adds to the weighted prediction; a scalar where
     * that is the same for all.
     */
    public NdArray sensitivity() {
        if (weights.isEmpty() && blur instanceof PeriodicConvolution periodic) {
            return NdArray.scalar(gain * periodic.kernel().sum());
        }
        NdArray seen = weights.orElseGet(() -> NdArray.full(blur.range(), observed.precision(), 1));
        return blur.adjoint(seen).times(gain);
    }

    @Override
    public Evaluation at(NdArray x) {
        return new Point(x);
    }

    /** What is known at one estimate. */
    private final class Point implements Evaluation {
        private final NdArray x;
        private Optional<Misfit> misfit = Optional.empty();

        Point(NdArray x) {
            this.x = x;
        }

        @Override
        public NdArray x() {
            return x;
        }

        @Override
        public double value() {
            Misfit known = misfit.orElseGet(this::predicted);
            misfit = Optional.of(known);
            return known.value;
        }

        private Misfit predicted() {
            return new Misfit(x);
        }

        @Override
        public NdArray gradient() {
            return gradient(RowOperation.NONE);
        }

        @Override
        public NdArray gradient(RowOperation change) {
            Misfit known = misfit.filter(found -> !found.isSpent()).orElseGet(this::predicted);
            misfit = Optional.of(known);
            return known.gradient(RowOperation.times(gain).then(change));
        }

        @Override
        public NdArray hessianProduct(NdArray direction) {
            NdArray curved = weighted(NdArray.elementwise(
                    "curvature",
                    (in, out, count) -> {
                        for (int i = 0; i < count; i++) {
                            double seen = Math.max(0, in[0][i] + readout);
                            double predicted = Math.max(floor, gain * in[1][i] + in[2][i]);
                            out[i] = divergence.curvature(seen, predicted) * in[3][i];
                        }
                    },
                    observed,
                    blur.apply(x),
                    background,
                    blur.apply(direction)));
            return blur.adjoint(curved).times(gain * gain);
        }
    }

    /**
     * The misfit of a prediction. Of its slopes there is either the array, or they are on their way back to the scene
     * already; that way is gone once.
     */
    private final class Misfit {
        private final double value;
        private final Optional<Circuit.Halfway> halfway;
        private final Optional<NdArray> slopes;

        Misfit(NdArray x) {
            RowSums sums = new RowSums(observed.shape());
            RowOperation operation = rows.slopes(sums);
            this.halfway = circuit.map(way -> way.there(x, operation));
            this.slopes = circuit.isPresent() ? Optional.empty() : Optional.of(blur.apply(x, operation));
            this.value = sums.total();
        }

        boolean isSpent() {
            return halfway.map(Circuit.Halfway::isSpent).orElse(false);
        }

        NdArray gradient(RowOperation change) {
            return halfway.isPresent()
                    ? circuit.orElseThrow().back(halfway.get(), change)
                    : blur.adjoint(slopes.orElseThrow(), change);
        }
    }

    private NdArray weighted(NdArray values) {
        return weights.map(values::times).orElse(values);
    }
}
