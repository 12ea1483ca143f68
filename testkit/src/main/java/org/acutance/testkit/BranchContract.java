package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;

/**
 * What an operation must pass as a branch of {@code where} that was not taken: it contributes nothing to gradients and Hessian
 * products, even if its operands are infinite or NaN. Operations that refuse such operands cannot be there.
 */
public final class BranchContract {
    private final Example example;
    private final List<Tensor> point = new ArrayList<>();

    /** The contract for one example. */
    public BranchContract(Example example) {
        this.example = example;
        Samples samples = new Samples(example.toString().hashCode());
        for (Example.Operand operand : example.operands()) {
            point.add(Tensor.of(samples.uniform(operand.shape(), Precision.FLOAT64, operand.low(), operand.high())));
        }
    }

    /** Checks every operand and all at once, with logarithms of -1, which are NaN, and of 0. */
    public void check() {
        for (double argument : new double[] {-1, 0}) {
            for (int operand = 0; operand <= point.size(); operand++) {
                check(operand, argument);
            }
        }
    }

    private void check(int operand, double argument) {
        Tensor x = Tensor.scalar(argument);
        Function<Tensor, Tensor> branch = t -> example.function().apply(operands(operand, t.log()));
        if (isRefused(branch, x)) {
            return;
        }
        Function<Tensor, Tensor> chosen = t -> {
            Tensor result = branch.apply(t);
            NdArray never = NdArray.zeros(result.shape(), Precision.FLOAT64);
            return Tensor.where(never, result, Tensor.of(never)).sum().plus(t.times(3));
        };
        assertThat(Gradients.grad(chosen).apply(x).item()).as("gradient").isEqualTo(3);
        assertThat(Gradients.jvp(chosen, x, Tensor.scalar(1)).tangent().item())
                .as("tangent")
                .isEqualTo(3);
        assertThat(Gradients.hessianProduct(chosen).apply(x, Tensor.scalar(1)).item())
                .as("Hessian product")
                .isZero();
    }

    /** The operands, one of them, or beyond the last all, times what is no number. */
    private List<Tensor> operands(int chosen, Tensor factor) {
        List<Tensor> operands = new ArrayList<>(point);
        for (int i = 0; i < operands.size(); i++) {
            if (i == chosen || chosen == point.size()) {
                operands.set(i, operands.get(i).times(factor));
            }
        }
        return operands;
    }

    private static boolean isRefused(Function<Tensor, Tensor> branch, Tensor x) {
        Throwable thrown = catchThrowable(() -> Gradients.jvp(branch, x, x));
        return thrown instanceof ArithmeticException || thrown instanceof IllegalArgumentException;
    }
}
