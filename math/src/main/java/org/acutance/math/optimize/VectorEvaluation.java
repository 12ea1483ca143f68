package org.acutance.math.optimize;

import org.acutance.math.array.NdArray;

/** What a function of several values is at one point. Parts are computed when first asked for. For use by one thread. */
public interface VectorEvaluation {
    /** The values, of any shape; NaN or infinite where the function is not defined. */
    NdArray value();

    /** The Jacobian, of as many rows as values and as many columns as the point has elements, both in row-major order. */
    NdArray jacobian();
}
