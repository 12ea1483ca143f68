package org.acutance.math.optimize;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;

/** A function of several values, such as the left side of constraints: it gives an evaluation at every point. */
@FunctionalInterface
public interface VectorFunction {
    /** The evaluation at a point; nothing needs to be computed before it is asked for. */
    VectorEvaluation at(NdArray x);

    /** A function written in operations on tensors, its values of any shape: derivatives come from differentiation. */
    static VectorFunction differentiated(Function<Tensor, Tensor> function) {
        return x -> ComposedVector.differentiated(function, x);
    }

    /**
     * A function from its values and its Jacobian.
     *
     * @param jacobian of as many rows as values and as many columns as the point has elements
     */
    static VectorFunction of(UnaryOperator<NdArray> values, UnaryOperator<NdArray> jacobian) {
        return x -> new ComposedVector(x, values, jacobian, Optional.empty());
    }

    /**
     * A function from its values alone: the Jacobian is by differences. Methods ask it within their bounds only, by steps of
     * their option {@code eps}.
     */
    static VectorFunction differenced(UnaryOperator<NdArray> values, Differences differences) {
        return new DifferencedVector(values, differences, Bounds.NONE, 1);
    }
}
