package org.acutance.examples;

import java.util.function.UnaryOperator;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.autodiff.GradientCheck;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;

/** Gradients, Hessian products and nested derivatives of functions that are ordinary Java. */
public final class DifferentiateAFunction {
    private DifferentiateAFunction() {}

    /** Prints some derivatives and checks one. */
    public static void main(String[] arguments) {
        UnaryOperator<Tensor> slope = Gradients.grad(Tensor::tanh);
        UnaryOperator<Tensor> curvature = Gradients.grad(slope);
        System.out.println("tanh'(0.5)  = " + slope.apply(Tensor.scalar(0.5)).item());
        System.out.println(
                "tanh''(0.5) = " + curvature.apply(Tensor.scalar(0.5)).item());

        Tensor kernel = Tensor.of(new double[] {1, 2, 1}, 3);
        UnaryOperator<Tensor> energy = x -> {
            Tensor blurred = x.convolve(kernel, ConvolutionMode.SAME, Boundary.REFLECT);
            return blurred.max().item() > 10 ? blurred.norm() : blurred.squaredNorm();
        };
        Tensor x = Tensor.of(new double[] {1, -2, 3, 0.5}, 4);
        System.out.println("gradient    = " + Gradients.grad(energy).apply(x));
        System.out.println("H v         = " + Gradients.hessianProduct(energy).apply(x, Tensor.onesLike(x)));

        GradientCheck check = GradientCheck.checkGradients(energy, x);
        System.out.println(check);
        if (!check.agrees(Precision.FLOAT64)) {
            throw new IllegalStateException("the gradient is wrong: " + check);
        }
    }
}
