package org.acutance.deblur.model;

import java.util.Optional;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;

/**
 * The loss of counted photons with readout noise, as the Kullback-Leibler divergence of shifted counts {@code k = (y -
 * background) / gain + (readout / gain)^2}, which are nearly Poisson distributed with mean {@code (p - background) / gain +
 * (readout / gain)^2} (Snyder, Hammoud &amp; White 1993, JOSA A 10; Chakrabarti &amp; Zickler 2012, arXiv:1204.2994).
 *
 * <p>Means below 0 cannot be: the strict loss is infinite there. For optimisers that may try them the loss is continued below
 * {@value #JOINT} photons by a parabola that has the same value and slope there and, for a count of 0, its minimum at 0.
 *
 * @param noise gain, background and readout noise
 */
record PoissonLoss(PhotonNoise noise) implements SampleLoss {
    private static final double JOINT = 0.01;

    @Override
    public Optional<PhotonNoise> photons() {
        return Optional.of(noise);
    }

    /** What is added to photons so that the variance is the mean. */
    private double shift() {
        double readout = noise.readout() / noise.gain();
        return readout * readout;
    }

    private double mean(double predicted) {
        return (predicted - noise.background()) / noise.gain() + shift();
    }

    private double count(double observed) {
        return Math.max(0, mean(observed));
    }

    private static double divergence(double mean, double count) {
        return mean - count + (count > 0 ? count * Math.log(count / mean) : 0);
    }

    @Override
    public double value(double predicted, double observed) {
        double mean = mean(predicted);
        double count = count(observed);
        double beyond = mean - JOINT;
        return beyond >= 0
                ? divergence(mean, count)
                : divergence(JOINT, count)
                        + (1 - count / JOINT) * beyond
                        + 0.5 * (count + JOINT) / (JOINT * JOINT) * beyond * beyond;
    }

    @Override
    public double slope(double predicted, double observed) {
        double mean = mean(predicted);
        double count = count(observed);
        double beyond = mean - JOINT;
        double slope = beyond >= 0 ? 1 - count / mean : 1 - count / JOINT + (count + JOINT) / (JOINT * JOINT) * beyond;
        return slope / noise.gain();
    }

    @Override
    public Tensor curvature(Tensor predicted, Tensor observed) {
        Tensor mean = photons(predicted);
        NdArray regular = Conditions.atLeast(mean.value(), JOINT);
        Tensor safe = Tensor.where(regular, mean, Tensor.onesLike(mean));
        Tensor count = photons(observed).max(Tensor.zerosLike(observed));
        Tensor continued = count.plus(JOINT).times(1 / (JOINT * JOINT));
        return Tensor.where(regular, count.dividedBy(safe.square()), continued)
                .times(1 / (noise.gain() * noise.gain()));
    }

    private Tensor photons(Tensor values) {
        return values.minus(noise.background()).times(1 / noise.gain()).plus(shift());
    }

    @Override
    public double strict(double predicted, double observed) {
        double mean = mean(predicted);
        double count = count(observed);
        boolean possible = mean > 0 || (mean == 0 && count == 0);
        return possible ? divergence(mean, count) : Double.isNaN(mean) ? mean : Double.POSITIVE_INFINITY;
    }

    /** The positive root of a quadratic equation, written so that nothing cancels. */
    @Override
    public double prox(double x, double observed, double step) {
        double offset = noise.background() - noise.gain() * shift();
        double half = (x - offset - step / noise.gain()) / 2;
        double product = step * count(observed);
        double root = Math.sqrt(half * half + product);
        double above = half >= 0 ? half + root : product == 0 ? 0 : product / (root - half);
        return above + offset;
    }
}
