package org.acutance.math.optimize;

import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Custom;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Linearized;
import org.acutance.math.autodiff.Tensor;

/**
 * The point of a minimum as a function of what the objective depends on, such as the weight of a prior. Its derivatives
 * come from the equation that the gradient is 0 there (Griewank &amp; Walther 2008, section 15.1), not from the steps that
 * led there, so that they need neither memory for the steps nor know the method.
 */
public final class Implicit {
    /** Residual of the equations in the Hessian, relative to their right sides. */
    private static final double ACCURACY = 1e-12;

    /** Rounding may keep the residual above that; above this one the Hessian has directions without curvature. */
    private static final double LOOSE = 1e-6;

    private Implicit() {}

    /**
     * The minimum as a differentiable function of weights, of every order. It is as exact as the minimisation: give it
     * tight tolerances.
     *
     * @param objective of the point and the weights, with one element as its result
     * @param method minimises by the point; it must converge
     * @param start where each minimisation starts
     * @return a function of the weights that gives the point; it, or its derivative, throws ArithmeticException if a
     *     minimisation does not converge, or the Hessian at the minimum is not positive definite
     */
    public static UnaryOperator<Tensor> minimum(BinaryOperator<Tensor> objective, Minimize<?> method, NdArray start) {
        Custom minimum = new Custom(
                "minimum",
                weights -> converged(objective, method, start, weights.get(0)),
                List.of((t, weights, y) -> {
                    Tensor solved = inverseHessian(objective, y, weights.get(0), t);
                    return Gradients.grad(w -> slope(objective, y, w).dot(solved))
                            .apply(weights.get(0))
                            .negate();
                }),
                List.of((t, weights, y) -> {
                    Tensor change = Gradients.jvp(w -> slope(objective, y, w), weights.get(0), t)
                            .tangent();
                    return inverseHessian(objective, y, weights.get(0), change).negate();
                }));
        return weights -> minimum.apply(weights);
    }

    private static NdArray converged(
            BinaryOperator<Tensor> objective, Minimize<?> method, NdArray start, NdArray weights) {
        Tensor fixed = Tensor.of(weights);
        Solution solution = method.minimize(Objective.differentiated(x -> objective.apply(x, fixed)), start);
        if (!solution.success()) {
            throw new ArithmeticException("minimum: the minimisation did not converge, so its point has no derivative: "
                    + solution.message());
        }
        return solution.x();
    }

    private static Tensor slope(BinaryOperator<Tensor> objective, Tensor x, Tensor weights) {
        return Gradients.grad(point -> objective.apply(point, weights)).apply(x);
    }

    private static Tensor product(BinaryOperator<Tensor> objective, Tensor x, Tensor weights, Tensor direction) {
        return Gradients.jvp(point -> slope(objective, point, weights), x, direction)
                .tangent();
    }

    /** {@code H^-1 b}, differentiable by the point, the weights and the right side; the Hessian is symmetric. */
    private static Tensor inverseHessian(BinaryOperator<Tensor> objective, Tensor point, Tensor weights, Tensor right) {
        Custom solve = new Custom(
                "inverse Hessian",
                x -> conjugateGradients(objective, x.get(0), x.get(1), x.get(2)),
                List.of(
                        (t, x, y) -> Gradients.grad(p -> product(objective, p, x.get(1), y)
                                        .dot(inverseHessian(objective, x.get(0), x.get(1), t)))
                                .apply(x.get(0))
                                .negate(),
                        (t, x, y) -> Gradients.grad(w -> product(objective, x.get(0), w, y)
                                        .dot(inverseHessian(objective, x.get(0), x.get(1), t)))
                                .apply(x.get(1))
                                .negate(),
                        (t, x, y) -> inverseHessian(objective, x.get(0), x.get(1), t)),
                List.of(
                        (t, x, y) -> inverseHessian(
                                        objective,
                                        x.get(0),
                                        x.get(1),
                                        Gradients.jvp(p -> product(objective, p, x.get(1), y), x.get(0), t)
                                                .tangent())
                                .negate(),
                        (t, x, y) -> inverseHessian(
                                        objective,
                                        x.get(0),
                                        x.get(1),
                                        Gradients.jvp(w -> product(objective, x.get(0), w, y), x.get(1), t)
                                                .tangent())
                                .negate(),
                        (t, x, y) -> inverseHessian(objective, x.get(0), x.get(1), t)));
        return solve.apply(point, weights, right);
    }

    /** Hestenes's and Stiefel's method (1952) on the Hessian at a point. */
    private static NdArray conjugateGradients(
            BinaryOperator<Tensor> objective, NdArray point, NdArray weights, NdArray right) {
        Tensor fixed = Tensor.of(weights);
        Linearized gradient = Gradients.linearizedGradient(x -> objective.apply(x, fixed), Tensor.of(point));
        NdArray solution = right.times(0);
        NdArray residual = right;
        NdArray direction = right;
        double squared = residual.dot(residual);
        double enough = ACCURACY * ACCURACY * squared;
        for (int step = 0; step < 10 * point.size() + 50 && squared > enough; step++) {
            NdArray product = gradient.pushforward(Tensor.of(direction)).value();
            double curvature = direction.dot(product);
            requireDefinite(curvature > 0);
            solution = solution.plusScaled(squared / curvature, direction);
            residual = residual.plusScaled(-squared / curvature, product);
            double next = residual.dot(residual);
            direction = residual.plusScaled(next / squared, direction);
            squared = next;
        }
        requireDefinite(squared <= LOOSE * LOOSE * right.dot(right));
        return solution;
    }

    private static void requireDefinite(boolean definite) {
        if (!definite) {
            throw new ArithmeticException(
                    "minimum: the Hessian at the minimum is not positive definite, so its point has no"
                            + " derivative; add a little curvature to the objective");
        }
    }
}
