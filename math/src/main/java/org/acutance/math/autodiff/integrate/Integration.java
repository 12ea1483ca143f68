package org.acutance.math.autodiff.integrate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Tensor;

/**
 * Solutions of ordinary differential equations, differentiable by the start, the times and whatever else the equation is made of. What
 * is differentiated are the steps that were taken, so that derivatives are those of the numbers that come out; the lengths of the
 * steps, which the error decides, count as fixed. All steps are kept for a reverse derivative:
 * {@link org.acutance.math.autodiff.Gradients#checkpoint} saves the memory.
 */
public final class Integration {
    private Integration() {}

    /** The examples of every operation, for the contract of derivatives. */
    public static List<Example> examples() {
        return List.of(new Example(
                "odeint",
                x -> odeint(
                        (y, t) -> y.sin().times(x.get(2)).minus(y.times(t)),
                        x.get(0),
                        Tensor.concatenate(
                                0, Tensor.of(NdArray.zeros(Shape.of(1), x.get(1).precision())), x.get(1)),
                        exact(x.get(0)),
                        exact(x.get(0))),
                List.of(
                        new Example.Operand(Shape.of(3), 0.5, 1),
                        new Example.Operand(Shape.of(1), 0.5, 1),
                        new Example.Operand(Shape.of(3), -1, 1))));
    }

    /** An error so small that the lengths of steps, which count as fixed, have no influence on differences. */
    private static double exact(Tensor state) {
        return state.precision() == Precision.FLOAT64 ? 1e-11 : 1e-6;
    }

    /**
     * Solves {@code dy/dt = f(y, t)} with relative and absolute errors of a step of the root of the precision, as SciPy's {@code
     * odeint}.
     *
     * @param derivative f of a state and a scalar time, of the shape of the state
     * @param start state at the first time, of any shape
     * @param times one after the other, up or down, of rank 1
     * @return the states at all times, stacked along a first axis
     * @throws IllegalArgumentException if times are no such row, or the derivative has another shape
     * @throws ArithmeticException if steps would have to be too small or too many
     */
    public static Tensor odeint(BinaryOperator<Tensor> derivative, Tensor start, Tensor times) {
        double tolerance = Math.sqrt(start.precision() == Precision.FLOAT64 ? Math.ulp(1.0) : Math.ulp(1f));
        return odeint(derivative, start, times, tolerance, tolerance);
    }

    /**
     * As {@link #odeint(BinaryOperator, Tensor, Tensor)}, with given bounds of the error of a step: {@code atol + rtol |y|}.
     *
     * @param rtol relative
     * @param atol absolute
     */
    public static Tensor odeint(
            BinaryOperator<Tensor> derivative, Tensor start, Tensor times, double rtol, double atol) {
        requireRow(times.value());
        DormandPrince method = new DormandPrince(derivative, rtol, atol);
        List<Tensor> states = new ArrayList<>();
        Tensor state = start;
        states.add(state);
        for (int i = 1; i < times.shape().size(); i++) {
            Tensor from = times.slice(0, i - 1, i).reshape();
            Tensor span = times.slice(0, i, i + 1).reshape().minus(from);
            state = method.across(state, from, span);
            states.add(state);
        }
        return Tensor.stack(0, states.toArray(Tensor[]::new));
    }

    private static void requireRow(NdArray times) {
        boolean isRow = times.rank() == 1 && times.size() > 0 && times.isFinite();
        double direction = isRow ? Math.signum(times.get(times.size() - 1) - times.get(0)) : 0;
        for (int i = 1; isRow && i < times.size(); i++) {
            isRow = (times.get(i) - times.get(i - 1)) * direction > 0;
        }
        if (!isRow) {
            throw new IllegalArgumentException("odeint: times " + times
                    + " do not go one after the other; give finite ones along one axis that all rise or all fall");
        }
    }
}
