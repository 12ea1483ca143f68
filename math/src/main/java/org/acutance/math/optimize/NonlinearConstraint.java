package org.acutance.math.optimize;

import java.util.function.Function;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;

/**
 * Limits of a function of the point, {@code lower <= c(x) <= upper}.
 *
 * @param function c, its values of any shape
 * @param limits of rank 0 for the same everywhere, or else of the shape of c(x)
 */
public record NonlinearConstraint(VectorFunction function, Bounds limits) implements Constraint {
    /** Limits of a function that is written in operations on tensors and differentiated. */
    public static NonlinearConstraint of(Function<Tensor, Tensor> function, Bounds limits) {
        return new NonlinearConstraint(VectorFunction.differentiated(function), limits);
    }

    @Override
    public VectorEvaluation at(NdArray x) {
        return function.at(x);
    }

    @Override
    public Constraint differencedWithin(Bounds bounds, double eps) {
        return function instanceof DifferencedVector differenced
                ? new NonlinearConstraint(differenced.within(bounds, eps), limits)
                : this;
    }
}
