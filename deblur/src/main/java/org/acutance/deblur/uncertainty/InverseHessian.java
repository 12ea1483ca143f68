package org.acutance.deblur.uncertainty;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.acutance.math.array.NdArray;
import org.acutance.math.fft.Filter;
import org.acutance.math.optimize.Evaluation;

/**
 * Solves with the Hessian of a loss, by preconditioned conjugate gradients on Hessian products (Nocedal &amp; Wright 2006,
 * algorithm 5.3).
 *
 * @param evaluation the loss at the point where its Hessian is meant
 * @param preconditioner about the inverse
 * @param tolerance ends when the residual is at most this share of the right side
 * @param maxiter limit of products for one right side
 * @param cancelled ends all when it turns true
 */
record InverseHessian(
        Evaluation evaluation, Filter preconditioner, double tolerance, int maxiter, BooleanSupplier cancelled) {
    /**
     * The Hessian's inverse times a vector.
     *
     * @throws IllegalArgumentException if the Hessian is not positive along a direction that is met, or the limit is
     *     reached, so that there is no inverse to speak of
     * @throws CancellationException if it was cancelled
     */
    NdArray times(NdArray vector) {
        NdArray solution = vector.times(0);
        NdArray residual = vector;
        NdArray direction = preconditioner.apply(residual);
        double slope = residual.dot(direction);
        double goal = tolerance * vector.norm();
        for (int step = 0; residual.norm() > goal; step++) {
            requireGoingOn(step);
            NdArray image = evaluation.hessianProduct(direction);
            double length = slope / curvature(direction, image);
            solution = solution.plusScaled(length, direction);
            residual = residual.plusScaled(-length, image);
            NdArray preconditioned = preconditioner.apply(residual);
            double next = residual.dot(preconditioned);
            direction = preconditioned.plusScaled(next / slope, direction);
            slope = next;
        }
        return solution;
    }

    private void requireGoingOn(int step) {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException("uncertainty: cancelled before all pixels were looked at");
        }
        if (step >= maxiter) {
            throw new IllegalArgumentException("uncertainty: the loss is so flat in some direction that " + maxiter
                    + " Hessian products do not solve for it; give the prior more weight, or take the spread under new"
                    + " noise");
        }
    }

    private static double curvature(NdArray direction, NdArray image) {
        double curvature = direction.dot(image);
        if (!(curvature > 0)) {
            throw new IllegalArgumentException(
                    "uncertainty: the loss does not curve upwards at the estimate, so that no"
                            + " Gaussian fits there; use a convex prior, or take the spread under new noise");
        }
        return curvature;
    }
}
