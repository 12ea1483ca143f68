package org.acutance.math.optimize;

import java.util.Optional;
import org.acutance.math.array.NdArray;

/**
 * The minimiser within a region, exact but for rounding (Moré &amp; Sorensen 1983; Nocedal &amp; Wright 2006, section
 * 4.3), found among the eigenvectors, so that the hard case is none.
 *
 * @param model the parabola
 */
record ExactRegion(DenseModel model) implements RegionModel {
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
        double lowest = model.eigen().lowest();
        double[] newton = shifted(0);
        boolean convex = lowest > model.resolution();
        if (convex && DenseSystem.norm(newton) <= radius) {
            return model.step(newton, model.eigen()::value, false);
        }
        double least = Math.max(0, -lowest);
        double[] hard = shifted(least + model.resolution());
        if (!convex && DenseSystem.norm(hard) <= radius) {
            boolean concave = lowest < -model.resolution();
            return model.step(concave ? lengthened(hard, radius) : hard, model.eigen()::value, concave);
        }
        double most = least + model.slope() / radius;
        double shift = Secular.shift(least, most, radius, s -> {
            double[] h = shifted(s);
            double fall = 0;
            for (int i = 0; i < h.length; i++) {
                fall += h[i] * h[i] / (model.eigen().value(i) + s);
            }
            return new Secular.Shifted(DenseSystem.norm(h), fall);
        });
        return model.step(shifted(shift), model.eigen()::value, true);
    }

    private double[] shifted(double shift) {
        double[] components = new double[model.size()];
        for (int i = 0; i < components.length; i++) {
            double slope = model.slope(i);
            components[i] = slope == 0 ? 0 : -slope / (model.eigen().value(i) + shift);
        }
        return components;
    }

    /** The hard case: on to the boundary along the lowest curvature, which is negative. */
    private double[] lengthened(double[] components, double radius) {
        int lowest = model.eigen().indexOfLowest();
        double room = radius * radius - DenseSystem.dot(components, components);
        double own = components[lowest];
        components[lowest] = Math.copySign(Math.sqrt(Math.max(0, room + own * own)), own);
        return components;
    }
}
