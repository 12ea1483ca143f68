package org.acutance.math.optimize;

import java.util.function.UnaryOperator;
import org.acutance.math.array.NdArray;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.autodiff.fourier.Complex;

/**
 * Derivatives from one value beside the point in an imaginary direction, {@code Im f(x + ih) / h}, in which nothing is
 * subtracted, so that they are right to rounding (Squire &amp; Trapp 1998).
 */
final class ComplexStep {
    private static final double STEP = 1e-20;

    private ComplexStep() {}

    static double value(UnaryOperator<Complex> function, NdArray x) {
        return function.apply(Complex.of(Tensor.of(x))).real().item();
    }

    static NdArray gradient(UnaryOperator<Complex> function, NdArray x) {
        Tensor real = Tensor.of(x);
        double[] gradient = new double[x.size()];
        for (int i = 0; i < gradient.length; i++) {
            NdArray step = NdArray.builder(x.shape(), x.precision())
                    .write(i, new double[] {STEP}, 0, 1)
                    .build();
            gradient[i] = function.apply(new Complex(real, Tensor.of(step)))
                            .imaginary()
                            .item()
                    / STEP;
        }
        return NdArray.of(gradient, x.shape(), x.precision());
    }
}
