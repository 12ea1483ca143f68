package org.acutance.deblur.model;

import java.util.List;
import java.util.Optional;
import org.acutance.deblur.noise.PhotonNoise;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Proximal;

/** How far a predicted observation is from what was observed. */
public interface DataTerm {
    /**
     * The distance, a scalar.
     *
     * @param predicted the observation that an estimate would give, of the shape of the one that was made
     */
    Tensor distance(Tensor predicted);

    /**
     * The distance as a function of the scene, with derivatives of its own, which are faster than those by differentiation;
     * empty if there are none.
     *
     * @param formation what predicts the observation of a scene
     */
    default Optional<Objective> objective(Formation formation) {
        return Optional.empty();
    }

    /** The same as a function of the prediction with a proximal map; empty if there is none. */
    Optional<Proximal> proximal();

    /**
     * The variance of each sample, of the shape of the observation and in squared units of its samples, infinite for
     * samples that the term does not count although they have a weight; empty if the
     * term says nothing about the level of noise.
     */
    Optional<NdArray> variance();

    /**
     * Whether the distance grows like that to Gaussian samples, so that a weight that is right beside those is right beside
     * it too.
     */
    default boolean isLikelihood() {
        return true;
    }

    /** Whether a sample that is far off counts for less than under Gaussian noise. */
    default boolean isRobust() {
        return false;
    }

    /**
     * The distance to other samples, or to a part of these, whose variances are known: robust if this one is, otherwise that
     * under Gaussian noise.
     *
     * @param variance of the shape of the observation, infinite where samples do not count
     */
    default DataTerm near(Observation observation, NdArray variance) {
        return gaussian(observation, variance);
    }

    /**
     * The observation that the term compares to: the one that it was made for, as it is, or with samples put right whose
     * errors are known.
     *
     * @param given the one that it was made for
     */
    default Observation corrected(Observation given) {
        return given;
    }

    /** The noise of photons that the term assumes; empty if it assumes another kind. */
    default Optional<PhotonNoise> photons() {
        return Optional.empty();
    }

    /**
     * The distance under Gaussian noise whose variance is known sample by sample.
     *
     * @param variance of the shape of the observation, in squared units of its samples
     * @throws IllegalArgumentException if the shape differs or no variance is positive
     */
    static DataTerm gaussian(Observation observation, NdArray variance) {
        return GaussianNoiseMap.distance(observation, variance);
    }

    /**
     * This term for other samples of the same noise: that of photons if it is known, otherwise Gaussian.
     *
     * @param observation of the shape of the variance
     * @throws IllegalStateException if the term says nothing about the level of noise
     */
    default DataTerm of(Observation observation) {
        return photons()
                .map(noise -> Fidelities.poisson(observation, noise))
                .orElseGet(() -> gaussian(
                        observation,
                        variance()
                                .orElseThrow(() -> new IllegalStateException(
                                        "data term " + description() + " does not know the noise"))));
    }

    /**
     * The terms of several channels as one.
     *
     * @param channels at least one, all of one shape
     */
    static DataTerm ofChannels(List<DataTerm> channels) {
        return new StackedTerms(channels);
    }

    /** What it is, levels of noise included, in a few words. */
    String description();
}
