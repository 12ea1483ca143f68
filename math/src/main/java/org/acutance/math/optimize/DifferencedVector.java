package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;

/**
 * A function of several values whose Jacobian is made of differences.
 *
 * @param values of any shape
 * @param differences which ones
 * @param bounds limits within which the function is asked
 * @param unit size that elements nearer to 0 count as, in units of x, for the length of their steps
 */
record DifferencedVector(UnaryOperator<NdArray> values, Differences differences, Bounds bounds, double unit)
        implements VectorFunction {
    /** The same function asked within bounds. */
    VectorFunction within(Bounds others, double eps) {
        return new DifferencedVector(values, differences, others, eps / Math.sqrt(Math.ulp(1d)));
    }

    @Override
    public VectorEvaluation at(NdArray x) {
        Lazy<NdArray> here = new Lazy<>(() -> values.apply(x));
        return new ComposedVector(
                x,
                point -> here.get(),
                point -> differences.jacobian(values, point, here.get(), bounds, unit),
                Optional.empty());
    }
}
