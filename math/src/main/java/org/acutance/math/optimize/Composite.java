package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * A point of the sum of a smooth objective and a function known by its proximal map.
 *
 * @param x the point
 * @param smooth value of the smooth part
 * @param slope gradient of the smooth part
 * @param value of the sum
 */
public record Composite(NdArray x, double smooth, NdArray slope, double value) {
    static Composite of(Evaluation at, Proximal proximal) {
        return new Composite(at.x(), at.value(), at.gradient(), at.value() + proximal.value(at.x()));
    }

    /** The start itself or, where the proximal function is infinite, the nearest point where it is not. */
    static Composite start(Objective objective, Proximal proximal, NdArray x0) {
        boolean inside = proximal.value(x0) < Double.POSITIVE_INFINITY;
        return of(objective.at(inside ? x0 : proximal.prox(x0, 1)), proximal);
    }

    boolean isFinite() {
        return Double.isFinite(value) && slope.isFinite();
    }

    /** Where a gradient step of the smooth part and then the proximal map lead. */
    NdArray forwardBackward(Proximal proximal, double step) {
        return proximal.prox(x.plusScaled(-step, slope), step);
    }

    /** {@code x - prox(x - slope)}, the gradient if there is no proximal function; it vanishes at a minimum only. */
    NdArray residual(Proximal proximal) {
        return proximal instanceof Bounds bounds
                ? bounds.projectedGradient(x, slope)
                : proximal == Zero.FUNCTION ? slope : x.minus(forwardBackward(proximal, 1));
    }

    /**
     * Why no step towards a proximal point leads lower, by one that the curvature allows.
     *
     * @param fallen whether the residual has fallen far
     * @param metNonFinite whether a trial was not finite
     */
    Reason failure(Objective objective, Proximal proximal, boolean fallen, boolean metNonFinite) {
        double curvature = Curvature.along(objective.known(x, smooth, slope));
        double step = curvature > 0 ? 1 / curvature : 1;
        NdArray move = forwardBackward(proximal, step).minus(x);
        return failure(objective, move, fallen, move.dot(move) / step, metNonFinite);
    }

    /**
     * Why no step along a direction leads lower.
     *
     * @param move the way to the end of the direction
     * @param fallen whether the residual has fallen far
     * @param promised the decrease that the whole way was to bring
     * @param metNonFinite whether a trial was not finite
     */
    Reason failure(Objective objective, NdArray move, boolean fallen, double promised, boolean metNonFinite) {
        Line line = new Line(objective, new Iterate(x, smooth, slope), move);
        boolean onlyRounding = promised <= Rounding.noise(x.precision(), value);
        return move.maxAbs() == 0
                ? Reason.PRECISION_REACHED
                : Diagnosis.ofProximalStep(line, fallen || onlyRounding, metNonFinite);
    }
}
