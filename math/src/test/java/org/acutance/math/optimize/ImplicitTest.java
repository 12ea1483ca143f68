package org.acutance.math.optimize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.algebra.LinearAlgebra;
import org.junit.jupiter.api.Test;

/** Derivatives through a minimisation, beside those of the same minimum in closed form. */
class ImplicitTest {
    private static final Tensor A = Tensor.of(new double[] {1, 2, 0.5, -1, 3, 1, 2, 0, 1, 1, 1, -2}, 4, 3);
    private static final Tensor B = Tensor.of(new double[] {1, -1, 2, 0.5}, 4);
    private static final Tensor TRUTH = Tensor.of(new double[] {0.4, 0.2, -0.3}, 3);
    private static final Tensor WEIGHTS = Tensor.of(new double[] {0.3, -0.5, 0.8}, 3);
    private static final Minimize<?> EXACT = Minimize.by("newton-cg:xtol=1e-13");

    /** Least squares with a weight of its own for the square of each unknown. */
    private static Tensor ridge(Tensor x, Tensor weights) {
        Tensor prior = weights.exp().times(x.square()).sum();
        return A.matmul(x).minus(B).squaredNorm().plus(prior);
    }

    private static Tensor closedForm(Tensor weights) {
        Tensor normal = A.transpose().matmul(A).plus(weights.exp().diagonalMatrix(0));
        return LinearAlgebra.solve(normal, A.transpose().matmul(B));
    }

    @Test
    void derivativesOfEveryOrderAreThoseOfTheClosedForm() {
        UnaryOperator<Tensor> minimum = Implicit.minimum(ImplicitTest::ridge, EXACT, NdArray.zeros(3));
        NdArray jacobian = Gradients.jacobian(minimum, WEIGHTS);
        assertThat(jacobian.minus(Gradients.jacobian(ImplicitTest::closedForm, WEIGHTS))
                        .maxAbs())
                .isLessThan(1e-11);
        UnaryOperator<Tensor> error =
                weights -> minimum.apply(weights).minus(TRUTH).squaredNorm();
        UnaryOperator<Tensor> exact =
                weights -> closedForm(weights).minus(TRUTH).squaredNorm();
        assertThat(Gradients.grad(error)
                        .apply(WEIGHTS)
                        .value()
                        .minus(Gradients.grad(exact).apply(WEIGHTS).value())
                        .maxAbs())
                .isLessThan(1e-11);
        assertThat(Gradients.hessian(error, WEIGHTS)
                        .minus(Gradients.hessian(exact, WEIGHTS))
                        .maxAbs())
                .isLessThan(1e-10);
        Tensor direction = Tensor.onesLike(WEIGHTS);
        assertThat(Gradients.jvp(minimum, WEIGHTS, direction)
                        .tangent()
                        .value()
                        .minus(Gradients.jvp(ImplicitTest::closedForm, WEIGHTS, direction)
                                .tangent()
                                .value())
                        .maxAbs())
                .isLessThan(1e-11);
    }

    @Test
    void aMinimumOfANonlinearObjectiveMovesAsItsEquationSays() {
        // the minimum of e^x - w x is at x = log w
        UnaryOperator<Tensor> minimum =
                Implicit.minimum((x, w) -> x.exp().minus(x.times(w)).sum(), EXACT, NdArray.zeros(1));
        Tensor weight = Tensor.of(new double[] {2.5}, 1);
        UnaryOperator<Tensor> first = Gradients.elementwiseGrad(minimum);
        UnaryOperator<Tensor> second = Gradients.elementwiseGrad(first);
        assertThat(minimum.apply(weight).item()).isCloseTo(Math.log(2.5), within(1e-12));
        assertThat(first.apply(weight).item()).isCloseTo(0.4, within(1e-11));
        assertThat(second.apply(weight).item()).isCloseTo(-0.16, within(1e-10));
        assertThat(Gradients.elementwiseGrad(second).apply(weight).item()).isCloseTo(2 / 15.625, within(1e-9));
    }

    @Test
    void aPointWithoutDerivativeIsRefused() {
        UnaryOperator<Tensor> flat =
                Implicit.minimum((x, w) -> x.sum().minus(w.sum()).square(), EXACT, NdArray.vector(1, 1));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() ->
                        Gradients.grad(w -> flat.apply(w).slice(0, 0, 1).sum()).apply(Tensor.of(new double[] {3}, 1)))
                .withMessage("minimum: the Hessian at the minimum is not positive definite, so its point has no"
                        + " derivative; add a little curvature to the objective");
        UnaryOperator<Tensor> hasty =
                Implicit.minimum(ImplicitTest::ridge, Minimize.by("l-bfgs:maxiter=1"), NdArray.zeros(3));
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> hasty.apply(WEIGHTS))
                .withMessageStartingWith(
                        "minimum: the minimisation did not converge, so its point has no derivative: ");
    }
}
