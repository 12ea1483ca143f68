package org.acutance.math.leastsquares;

import org.acutance.math.array.NdArray;

/**
 * The result of a fit, with SciPy's names.
 *
 * @param x the best point found
 * @param cost half the sum of the losses there
 * @param fun the residuals there
 * @param jac their Jacobian there, a matrix, without weights of the loss
 * @param grad the gradient of the cost there
 * @param optimality its largest absolute element, scaled by the distance to the bounds in {@code trf}
 * @param nfev number of evaluations of the residuals, without those for differences
 * @param njev number of Jacobians
 * @param status why the fit ended
 */
public record Fit(
        NdArray x,
        double cost,
        NdArray fun,
        NdArray jac,
        NdArray grad,
        double optimality,
        int nfev,
        int njev,
        Status status) {
    /** Whether it converged. */
    public boolean success() {
        return status.success();
    }

    /** The reason in one sentence, with the way out. */
    public String message() {
        return status.message();
    }
}
