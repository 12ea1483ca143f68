package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/**
 * What an objective is at one point. Each part is computed when it is first asked for and then kept. For use by one
 * thread.
 */
public interface Evaluation {
    /** The point, of any shape. */
    NdArray x();

    /** The value; NaN or infinite where the objective is not defined. */
    double value();

    /** The gradient, of the point's shape and precision. */
    NdArray gradient();

    /**
     * The Hessian at this point times a direction.
     *
     * @param direction of the point's shape and precision
     * @return the product, of the same shape and precision
     */
    NdArray hessianProduct(NdArray direction);
}
