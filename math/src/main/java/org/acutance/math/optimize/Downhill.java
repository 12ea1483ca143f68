package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The model of an objective whose curvature is not known: down to the boundary.
 *
 * @param gradient slope of the objective
 * @param curvatures what the region's norm is made of, which lasts until curvatures are known again
 */
record Downhill(NdArray gradient, Optional<NdArray> curvatures) implements RegionModel {
    @Override
    public RegionStep within(double radius) {
        double[] weights = RegionWeights.of(curvatures, gradient.size());
        double[] scaled = RegionWeights.over(gradient.toDoubles(), weights);
        double norm = DenseSystem.norm(scaled);
        NdArray step = NdArray.of(RegionWeights.over(scaled, weights), gradient.shape(), gradient.precision());
        return new RegionStep(step.times(-radius / norm), radius * norm, radius, true);
    }

    @Override
    public double unit() {
        return RegionWeights.least(RegionWeights.of(curvatures, gradient.size()));
    }
}
