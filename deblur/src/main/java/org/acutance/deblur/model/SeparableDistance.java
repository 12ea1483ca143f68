package org.acutance.deblur.model;

import java.util.List;
import java.util.Optional;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.math.array.Kernel;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Elementwise;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Proximal;

/**
 * A weighted sum of the losses of the samples. Samples of weight 0 do not take part, whatever is predicted for them.
 *
 * @param loss the loss of one sample
 * @param observed the samples, all finite
 * @param weights what each loss is multiplied by, of the same shape and precision
 * @param variance what {@link DataTerm#variance()} gives
 * @param description in a few words
 */
record SeparableDistance(
        SampleLoss loss, NdArray observed, NdArray weights, Optional<NdArray> variance, String description)
        implements DataTerm, Proximal {
    /** The loss of one sample as a function of the prediction and what was observed. */
    @FunctionalInterface
    private interface OfSample {
        double at(double predicted, double observed);
    }

    /** The distance to an observation, weighted by its weights. */
    static SeparableDistance of(Observation observation, SampleLoss loss, NdArray variance, String description) {
        return new SeparableDistance(
                loss, observation.filled(), observation.everyWeight(), Optional.of(variance), description);
    }

    @Override
    public Tensor distance(Tensor predicted) {
        Tensor weight = Tensor.of(weights.to(predicted.precision()));
        Tensor sample = Tensor.of(observed.to(predicted.precision()));
        return losses().apply(predicted, sample, weight).sum();
    }

    private Elementwise losses() {
        return byPrediction(
                "loss", weighted(loss::value), (t, x, y) -> t.times(slopes().apply(x.get(0), x.get(1), x.get(2))));
    }

    private Elementwise slopes() {
        return byPrediction("slope of loss", weighted(loss::slope), (t, x, y) -> t.times(curvature(x)));
    }

    /** Where nothing counts the curvature is 0 even if that of the loss is not finite. */
    private Tensor curvature(List<Tensor> x) {
        Tensor weight = x.get(2);
        Tensor curvature = loss.curvature(x.get(0), x.get(1)).times(weight);
        return Tensor.where(weight.value(), curvature, Tensor.zerosLike(curvature));
    }

    /** Only the prediction is a variable. */
    private static Elementwise byPrediction(String name, Kernel kernel, Elementwise.Partial partial) {
        Elementwise.Partial constant = (t, x, y) -> Tensor.zerosLike(t);
        return new Elementwise(name, kernel, List.of(partial, constant, constant));
    }

    private static Kernel weighted(OfSample function) {
        return (in, out, count) -> {
            double[] predicted = in[0];
            double[] observed = in[1];
            double[] weight = in[2];
            for (int i = 0; i < count; i++) {
                out[i] = weight[i] == 0 ? 0 : weight[i] * function.at(predicted[i], observed[i]);
            }
        };
    }

    @Override
    public boolean isRobust() {
        return loss.isRobust();
    }

    @Override
    public DataTerm near(Observation observation, NdArray variances) {
        if (!loss.isRobust()) {
            return DataTerm.gaussian(observation, variances);
        }
        NdArray precision = Tensor.of(variances).reciprocal().value();
        NdArray counted = Conditions.where(precision, observation.everyWeight(), 0);
        Observation finite = new Observation(observation.values(), Optional.of(counted), observation.psf());
        return of(finite, loss, variances, description);
    }

    @Override
    public Optional<Proximal> proximal() {
        return Optional.of(this);
    }

    @Override
    public Optional<PhotonNoise> photons() {
        return loss.photons();
    }

    @Override
    public double value(NdArray predicted) {
        return NdArray.elementwise("loss", weighted(loss::strict), predicted, observed, weights)
                .sum();
    }

    @Override
    public NdArray prox(NdArray predicted, double step) {
        return NdArray.elementwise(
                "prox of loss",
                (operands, out, count) -> {
                    double[] x = operands[0];
                    double[] y = operands[1];
                    double[] w = operands[2];
                    for (int i = 0; i < count; i++) {
                        out[i] = w[i] == 0 ? x[i] : loss.prox(x[i], y[i], step * w[i]);
                    }
                },
                predicted,
                observed,
                weights);
    }
}
