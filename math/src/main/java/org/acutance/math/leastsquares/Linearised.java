package org.acutance.math.leastsquares;

/**
 * The residuals near a point as a linear function, weighed so that its squares have the gradient of the robust cost and
 * an approximation to its Hessian (Triggs et al., Bundle Adjustment, 2000, section 4.3).
 *
 * @param x the point
 * @param raw the residuals there
 * @param rawJacobian their Jacobian, by rows
 * @param cost half the sum of the losses
 * @param f the weighed residuals
 * @param jacobian the weighed Jacobian, by rows
 * @param gradient the gradient of the cost
 */
@SuppressWarnings("ArrayRecordComponent")
record Linearised(
        double[] x,
        double[] raw,
        double[][] rawJacobian,
        double cost,
        double[] f,
        double[][] jacobian,
        double[] gradient) {
    boolean isFinite() {
        return Double.isFinite(cost) && Double.isFinite(Dense.norm(gradient));
    }
}
