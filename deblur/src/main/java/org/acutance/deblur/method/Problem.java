package org.acutance.deblur.method;

import org.acutance.deblur.model.Fidelity;
import org.acutance.deblur.prior.Prior;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.Objective;

/**
 * One channel to be deblurred: find the x with the smallest {@code fidelity(blur(x), observed) + prior(x)}.
 *
 * @param observed the blurred channel
 * @param blur from sharp to blurred
 * @param fidelity the data term
 * @param prior the regulariser
 */
public record Problem(NdArray observed, LinearMap blur, Fidelity fidelity, Prior prior) {
    /** A problem; the observation must have the shape that the blur gives. */
    public Problem {
        observed.shape().require("problem: the observation", blur.range());
    }

    /** The loss of an estimate, a scalar. */
    public Tensor loss(Tensor x) {
        return fidelity.distance(blur.apply(x), Tensor.of(observed)).plus(prior.penalty(x));
    }

    /** The loss of an estimate. */
    public double loss(NdArray x) {
        return loss(Tensor.of(x)).item();
    }

    /** The loss as something to minimise, with derivatives by differentiation. */
    public Objective objective() {
        return Objective.differentiated(this::loss);
    }
}
