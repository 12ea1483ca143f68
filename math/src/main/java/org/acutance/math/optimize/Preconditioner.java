package org.acutance.math.optimize;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/** A matrix that is much like the Hessian and easily inverted, with which conjugate gradients need fewer products. */
@FunctionalInterface
public interface Preconditioner {
    /**
     * The inverse of the matrix for a point; it must be symmetric and positive definite, and give arrays of the point's
     * shape and precision.
     *
     * @param point may be asked for Hessian products, which count
     */
    UnaryOperator<NdArray> at(Evaluation point);

    /** The same matrix everywhere, by its inverse. */
    static Preconditioner of(UnaryOperator<NdArray> inverse) {
        return point -> inverse;
    }
}
