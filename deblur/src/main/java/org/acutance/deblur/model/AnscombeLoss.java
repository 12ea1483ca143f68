package org.acutance.deblur.model;

import java.util.Optional;
import org.acutance.deblur.noise.Anscombe;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;

/**
 * Half the squared difference of the variance-stabilised values, for photons with readout noise. It is convex, although
 * the transform is concave: the curvature is positive as long as the observed value is not below no light at all.
 *
 * @param transform what gives the noise a variance of 1
 */
record AnscombeLoss(Anscombe transform) implements SampleLoss {
    @Override
    public Optional<PhotonNoise> photons() {
        return Optional.of(transform.noise());
    }

    private static final int ROUNDS = 100;
    private static final double ACCURACY = 1e-14;

    @Override
    public double value(double predicted, double observed) {
        double difference = transform.forward(predicted) - transform.forward(observed);
        return difference * difference / 2;
    }

    @Override
    public double slope(double predicted, double observed) {
        return (transform.forward(predicted) - transform.forward(observed)) * transform.slope(predicted);
    }

    private double curvature(double predicted, double observed) {
        double slope = transform.slope(predicted);
        return slope * slope
                + (transform.forward(predicted) - transform.forward(observed)) * transform.curvature(predicted);
    }

    @Override
    public Tensor curvature(Tensor predicted, Tensor observed) {
        PhotonNoise noise = transform.noise();
        double joint = transform.joint();
        Tensor argument =
                predicted.minus(noise.background()).times(1 / noise.gain()).plus(transform.offset());
        NdArray regular = Conditions.atLeast(argument.value(), joint);
        Tensor safe = Tensor.where(regular, argument, Tensor.onesLike(argument).times(joint));
        Tensor square = safe.reciprocal().times(1 / (noise.gain() * noise.gain()));
        Tensor difference = safe.sqrt().times(2).minus(transformed(observed));
        Tensor bend = Tensor.where(regular, difference.dividedBy(safe.sqrt()).times(-0.5), Tensor.zerosLike(argument));
        return square.times(bend.plus(1));
    }

    private Tensor transformed(Tensor observed) {
        return Tensor.of(NdArray.elementwise(
                "anscombe",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        out[i] = transform.forward(in[0][i]);
                    }
                },
                observed.value()));
    }

    /** Newton's method between x and the observed value, where the minimum must be, with bisection where it leaves them. */
    @Override
    public double prox(double x, double observed, double step) {
        double low = Math.min(x, observed);
        double high = Math.max(x, observed);
        double tolerance = ACCURACY * (high - low);
        double z = x;
        for (int round = 0; round < ROUNDS && high - low > tolerance; round++) {
            double residual = step * slope(z, observed) + z - x;
            low = residual < 0 ? z : low;
            high = residual > 0 ? z : high;
            double newton = z - residual / (step * curvature(z, observed) + 1);
            if (residual == 0 || Math.abs(newton - z) <= tolerance) {
                return newton;
            }
            z = newton > low && newton < high ? newton : (low + high) / 2;
        }
        return z;
    }
}
