package org.acutance.math.leastsquares;

/**
 * The model along a line, {@code curvature t^2 + slope t + constant}.
 *
 * @param curvature half the second derivative
 * @param slope at t = 0
 * @param constant value there
 */
record Parabola(double curvature, double slope, double constant) {
    /** The squares of a linear model, less its value at 0, from a point along a direction. */
    static Parabola along(
            double[][] jacobian, double[] gradient, double[] diagonal, double[] from, double[] direction) {
        double[] image = Dense.product(jacobian, direction);
        double[] imageOfFrom = Dense.product(jacobian, from);
        double[] curved = Dense.times(diagonal, direction);
        return new Parabola(
                (Dense.dot(image, image) + Dense.dot(curved, direction)) / 2,
                Dense.dot(gradient, direction) + Dense.dot(imageOfFrom, image) + Dense.dot(from, curved),
                (Dense.dot(imageOfFrom, imageOfFrom) + Dense.dot(Dense.times(diagonal, from), from)) / 2
                        + Dense.dot(gradient, from));
    }

    double at(double t) {
        return (curvature * t + slope) * t + constant;
    }

    /** Where it is lowest between two ends. */
    double lowestBetween(double low, double high) {
        double lowest = at(low) <= at(high) ? low : high;
        double level = -slope / (2 * curvature);
        return level > low && level < high && at(level) < at(lowest) ? level : lowest;
    }
}
