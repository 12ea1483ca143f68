package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.RowOperation;

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
     * The gradient with its rows changed as soon as they are there, which spares an array and a pass over memory where the
     * gradient itself is not needed.
     *
     * @param change what is done to each row
     */
    default NdArray gradient(RowOperation change) {
        return change.on(gradient());
    }

    /**
     * The Hessian at this point times a direction.
     *
     * @param direction of the point's shape and precision
     * @return the product, of the same shape and precision
     */
    NdArray hessianProduct(NdArray direction);

    /**
     * The Hessian product with its rows changed as soon as they are there.
     *
     * @param direction of the point's shape and precision
     * @param change what is done to each row
     */
    default NdArray hessianProduct(NdArray direction, RowOperation change) {
        return change.on(hessianProduct(direction));
    }

    /** Adds a multiple of the gradient to rows, which spares an array where the gradient is part of a sum. */
    default RowOperation addingGradient(double factor) {
        return RowOperation.adding(factor, gradient());
    }

    /** Adds a multiple of the Hessian product to rows. */
    default RowOperation addingProduct(double factor, NdArray direction) {
        return RowOperation.adding(factor, hessianProduct(direction));
    }
}
