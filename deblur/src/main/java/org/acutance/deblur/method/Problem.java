package org.acutance.deblur.method;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.acutance.deblur.model.DataTerm;
import org.acutance.deblur.model.Formation;
import org.acutance.deblur.model.Observation;
import org.acutance.deblur.prior.Domain;
import org.acutance.deblur.prior.Regulariser;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Sum;

/**
 * One channel to be deblurred: find the scene x with the smallest {@code data(formation(x)) + prior(x)}.
 *
 * @param observation the blurred channel
 * @param formation how it came about
 * @param data the data term
 * @param prior the weighted priors
 */
public record Problem(Observation observation, Formation formation, DataTerm data, Regulariser prior) {
    /** A problem; the observation must have the shape that the formation gives. */
    public Problem {
        observation.values().shape().require("problem: the observation", formation.frame());
    }

    /** This problem with other priors. */
    public Problem with(Regulariser other) {
        return new Problem(observation, formation, data, other);
    }

    /** This problem with another data term. */
    public Problem with(DataTerm other) {
        return new Problem(observation, formation, other, prior);
    }

    /** This problem with other weights of the samples; the data term stays. */
    public Problem withWeights(NdArray weights) {
        return new Problem(
                new Observation(observation.values(), Optional.of(weights), observation.psf()), formation, data, prior);
    }

    /** Where the estimates live: on the canvas, whose border is periodic if the blur's is. */
    public Domain domain() {
        return new Domain(
                formation.canvas(),
                observation.channelAxes(),
                formation.circulant().isPresent(),
                observation.values().precision());
    }

    /** The loss of an estimate of the shape of the canvas, a scalar. */
    public Tensor loss(Tensor x) {
        return data.distance(formation.predict(x)).plus(prior.penalty(domain()).apply(x));
    }

    /** The loss of an estimate of the shape of the canvas. */
    public double loss(NdArray x) {
        return loss(Tensor.of(x)).item();
    }

    /** The loss as something to minimise, its derivatives by passes of their own or else by differentiation. */
    public Objective objective() {
        Objective misfit = data.objective(formation)
                .orElseGet(() -> Objective.differentiated(x -> data.distance(formation.predict(x))));
        List<Sum.Weighted> terms = new ArrayList<>(List.of(new Sum.Weighted(misfit, 1)));
        terms.addAll(prior.objectives(domain()));
        return new Sum(terms);
    }
}
