package org.acutance.math.optimize;

/** A point along a line, its value and slope computed when first asked for. A value that is not finite is infinite. */
final class Trial {
    private final double step;
    private final Evaluation point;
    private final double value;
    private final Lazy<Double> slope;

    Trial(double step, Evaluation point, Line line) {
        this.step = step;
        this.point = point;
        this.value = Double.isFinite(point.value()) ? point.value() : Double.POSITIVE_INFINITY;
        this.slope = new Lazy<>(() -> line.slope(point));
    }

    /** Multiple of the direction. */
    double step() {
        return step;
    }

    double value() {
        return value;
    }

    /** Derivative of the value with respect to the step; NaN where the gradient is not finite. */
    double slope() {
        return slope.get();
    }

    /** Whether value and slope are finite. */
    boolean isFinite() {
        return Double.isFinite(value) && Double.isFinite(slope());
    }

    Evaluation point() {
        return point;
    }
}
