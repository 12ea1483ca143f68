package org.acutance.deblur.model;

import java.util.Optional;
import org.acutance.math.array.NdArray;
import org.acutance.math.optimize.SquaredDistance;

/** The data term of Gaussian noise whose variance is known sample by sample. */
final class GaussianNoiseMap {
    private GaussianNoiseMap() {}

    /**
     * The distance; samples whose variance is not a positive number do not count.
     *
     * @param variances in squared units of the samples, of the shape of the observation
     * @throws IllegalArgumentException if the shape differs or no variance is positive
     */
    static DataTerm distance(Observation observation, NdArray variances) {
        NdArray given = variances.to(observation.values().precision());
        given.shape()
                .require("gaussian-map: the variances", observation.values().shape());
        NdArray inverse = NdArray.elementwise(
                "gaussian-map",
                (in, out, count) -> {
                    for (int i = 0; i < count; i++) {
                        boolean known = in[0][i] > 0 && Double.isFinite(in[0][i]);
                        out[i] = known ? in[1][i] / in[0][i] : 0;
                    }
                },
                given,
                observation.everyWeight());
        if (inverse.maxAbs() == 0) {
            throw new IllegalArgumentException(
                    "gaussian-map: no sample has a positive variance and weight; give the variance of each sample,"
                            + " in squared units of samples from 0 to 1");
        }
        Observation counted = new Observation(observation.values(), Optional.of(inverse), observation.psf());
        return new SquaredLoss(
                new SquaredDistance(counted.filled(), inverse),
                Optional.of(given),
                "Gaussian noise of a variance for each sample");
    }
}
