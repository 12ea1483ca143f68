package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/** What a function of several values is at one point. Parts are computed when first asked for. For use by one thread. */
public interface VectorEvaluation {
    /** The values, of any shape; NaN or infinite where the function is not defined. */
    NdArray value();

    /** The Jacobian, of as many rows as values and as many columns as the point has elements, both in row-major order. */
    NdArray jacobian();

    /** The Hessians of the values; empty where they are not known. */
    default Optional<Curvature> secondDerivatives() {
        return Optional.empty();
    }

    /** The Hessians of several values at a point. */
    @FunctionalInterface
    interface Curvature {
        /**
         * Products of the sum of the Hessians, each times a weight, with directions of the point's shape.
         *
         * @param weights one for each value, in their shape
         */
        UnaryOperator<NdArray> weighted(NdArray weights);
    }
}
