package org.acutance.math.optimize;

import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.fourier.Complex;

/** A function to be minimised: it gives an evaluation at every point. */
@FunctionalInterface
public interface Objective {
    /** The evaluation at a point; nothing needs to be computed before it is asked for. */
    Evaluation at(NdArray x);

    /**
     * The evaluation at a point whose value and gradient were computed before, so that they are not computed again.
     *
     * @param x the point
     * @param value its value
     * @param gradient its gradient
     */
    default Evaluation known(NdArray x, double value, NdArray gradient) {
        return new Known(x, value, gradient, this);
    }

    /** Whether Hessian products are more than differences of gradients. */
    default boolean hasSecondDerivatives() {
        return true;
    }

    /**
     * The evaluation at a point where there was one before: the latest one goes on if it was there, and has not to compute
     * again what it kept.
     *
     * @param x the point, the same array as before
     */
    default Evaluation again(NdArray x) {
        return at(x);
    }

    /**
     * An objective from its value and its gradient. Hessian products are differences of gradients, see
     * {@link TwoPoint}.
     */
    static Objective of(ToDoubleFunction<NdArray> value, UnaryOperator<NdArray> gradient) {
        return new TwoPoint(
                of(value, gradient, (x, direction) -> TwoPoint.difference(gradient, x, gradient.apply(x), direction)));
    }

    /**
     * An objective from its value, its gradient and its Hessian product.
     *
     * @param hessianProduct gives the Hessian at its first argument times its second
     */
    static Objective of(
            ToDoubleFunction<NdArray> value, UnaryOperator<NdArray> gradient, BinaryOperator<NdArray> hessianProduct) {
        return x -> new Composed(x, value, gradient, hessianProduct);
    }

    /**
     * An objective from its values alone, its derivatives by differences, SciPy's {@code 2-point} and {@code 3-point}: a
     * gradient takes one or two values for each element. They are counted as values. Newton's methods find their way, but
     * those that need no Hessian products need fewer values.
     *
     * @param bounds limits beyond which the function is not asked
     */
    static Objective differenced(ToDoubleFunction<NdArray> value, Differences differences, Bounds bounds) {
        return new Differenced(value, differences, bounds, () -> {});
    }

    /**
     * An objective of complex numbers, its gradient by steps in imaginary directions, SciPy's {@code cs}: right to rounding,
     * one run of the function for each element. For checking, or for a function that does what tensors cannot.
     *
     * @param function with one element as its result; analytic, and real for real numbers
     */
    static Objective complexStep(UnaryOperator<Complex> function) {
        return of(x -> ComplexStep.value(function, x), x -> ComplexStep.gradient(function, x));
    }

    /** An objective written in operations on tensors: all derivatives come from differentiation. */
    static Objective differentiated(Function<Tensor, Tensor> function) {
        return x -> new Differentiated(function, x);
    }

    /** The objective that is 0 everywhere, for methods whose terms are all. It is never counted. */
    static Objective zero() {
        return Zero.FUNCTION;
    }
}
