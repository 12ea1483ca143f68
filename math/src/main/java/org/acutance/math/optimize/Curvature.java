package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/** The curvature of a smooth objective, for methods whose step must not exceed its inverse. */
final class Curvature {
    private Curvature() {}

    /** A first estimate: the Hessian along the gradient, or the gradient's norm where that is of no use. */
    static double along(Evaluation at) {
        double norm = at.gradient().norm();
        if (!(norm > 0) || !Double.isFinite(norm)) {
            return 0;
        }
        double curvature = at.hessianProduct(at.gradient()).norm() / norm;
        return curvature > 0 && Double.isFinite(curvature) ? curvature : Math.max(1, norm);
    }

    /**
     * The least curvature of a parabola with the value and the slope of one point that is not below the value at
     * another (Beck &amp; Teboulle 2009, (2.6)); infinite where the value is not finite.
     *
     * @param to the other point
     * @param noise by how much values may differ by rounding
     */
    static double met(double value, NdArray slope, NdArray from, Evaluation to, double noise) {
        if (!Double.isFinite(to.value())) {
            return Double.POSITIVE_INFINITY;
        }
        NdArray move = to.x().minus(from);
        double squared = move.dot(move);
        double above = to.value() - value - slope.dot(move) - noise;
        return squared > 0 ? Math.max(0, 2 * above / squared) : 0;
    }
}
