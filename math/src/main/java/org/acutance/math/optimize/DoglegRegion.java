package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * Down the steepest descent to the model's minimum there, and from that to its minimum altogether, as far as the region
 * allows (Powell 1970; Nocedal &amp; Wright 2006, section 4.1). Negative curvatures are taken for positive ones (section
 * 3.4, eigenvalue modification).
 *
 * @param model the parabola
 */
record DoglegRegion(DenseModel model) implements RegionModel {
    @Override
    public Optional<NdArray> curvatures() {
        return model.curvatures();
    }

    @Override
    public double unit() {
        return model.unit();
    }

    @Override
    public RegionStep within(double radius) {
        int size = model.size();
        double[] newton = new double[size];
        double squared = 0;
        double curved = 0;
        for (int i = 0; i < size; i++) {
            double slope = model.slope(i);
            newton[i] = -slope / curvature(i);
            squared += slope * slope;
            curved += slope * slope * curvature(i);
        }
        if (DenseSystem.norm(newton) <= radius) {
            return model.step(newton, this::curvature, false);
        }
        double share = Math.min(squared / curved, radius / Math.sqrt(squared));
        double[] cauchy = new double[size];
        double[] rest = new double[size];
        for (int i = 0; i < size; i++) {
            cauchy[i] = -share * model.slope(i);
            rest[i] = newton[i] - cauchy[i];
        }
        double more = RegionStep.toBoundary(
                DenseSystem.dot(rest, rest),
                DenseSystem.dot(cauchy, rest),
                radius * radius - DenseSystem.dot(cauchy, cauchy));
        for (int i = 0; i < size; i++) {
            cauchy[i] += more * rest[i];
        }
        return model.step(cauchy, this::curvature, true);
    }

    private double curvature(int index) {
        return Math.max(Math.abs(model.eigen().value(index)), Math.max(model.resolution(), Double.MIN_NORMAL));
    }
}
