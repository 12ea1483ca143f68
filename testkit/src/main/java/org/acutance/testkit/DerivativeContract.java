package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.Example;
import org.acutance.math.autodiff.GradientCheck;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Linearized;
import org.acutance.math.autodiff.Tensor;

/**
 * What every differentiable operation must pass, by each of its operands: both modes agree with differences of the
 * values at order 1 and with differences of the gradient at order 2, and with each other as adjoints.
 */
public final class DerivativeContract {
    private final Example example;
    private final Precision precision;
    private final Samples samples;
    private final List<Tensor> point = new ArrayList<>();

    /** The contract for one example in one precision. */
    public DerivativeContract(Example example, Precision precision) {
        this.example = example;
        this.precision = precision;
        this.samples = new Samples(example.toString().hashCode());
        for (Example.Operand operand : example.operands()) {
            point.add(Tensor.of(samples.uniform(operand.shape(), precision, operand.low(), operand.high())));
        }
    }

    /** Checks every operand. */
    public void check() {
        for (int operand = 0; operand < point.size(); operand++) {
            check(operand);
        }
    }

    private void check(int operand) {
        Function<Tensor, Tensor> function = byOperand(operand);
        Tensor x = point.get(operand);
        Tensor weights = like(function.apply(x));
        Function<Tensor, Tensor> weighted = t -> weights.dot(function.apply(t));
        checkAdjoint(function, x, weights);
        checkGradient(weighted, x);
        checkSecondOrder(weighted, x);
    }

    private Function<Tensor, Tensor> byOperand(int operand) {
        return x -> {
            List<Tensor> arguments = new ArrayList<>(point);
            arguments.set(operand, x);
            return example.function().apply(arguments);
        };
    }

    private Tensor like(Tensor x) {
        return Tensor.of(samples.uniform(x.shape(), x.precision(), -1, 1));
    }

    private void checkAdjoint(Function<Tensor, Tensor> function, Tensor x, Tensor weights) {
        Tensor direction = like(x);
        Linearized linearized = Gradients.vjp(function, x);
        Tensor tangent = Gradients.jvp(function, x, direction).tangent();
        Tensor cotangent = linearized.pullback(weights);
        assertThat(cotangent.shape()).as("shape of the cotangent").isEqualTo(x.shape());
        assertThat(cotangent.precision()).as("precision of the cotangent").isEqualTo(x.precision());
        assertThat(tangent.shape()).as("shape of the tangent").isEqualTo(weights.shape());
        near(
                "forward and reverse mode as adjoints",
                tangent.dot(weights).item(),
                cotangent.dot(direction).item(),
                1e-12);
        same(
                "forward mode and the replayed record",
                tangent.value(),
                linearized.pushforward(direction).value());
    }

    private void checkGradient(Function<Tensor, Tensor> weighted, Tensor x) {
        GradientCheck check =
                GradientCheck.against(Gradients.grad(weighted).apply(x).value(), weighted, x, precision);
        assertThat(check.agrees(precision)).as(example + ": " + check).isTrue();
    }

    private void checkSecondOrder(Function<Tensor, Tensor> weighted, Tensor x) {
        Tensor direction = like(x);
        Tensor other = like(x);
        Tensor product = Gradients.hessianProduct(weighted).apply(x, direction);
        Function<Tensor, Tensor> slope = t -> Gradients.grad(weighted).apply(t).dot(direction);
        GradientCheck check = GradientCheck.against(product.value(), slope, x, precision);
        assertThat(check.agrees(precision))
                .as(example + ", second order: " + check)
                .isTrue();
        Linearized gradient = Gradients.linearizedGradient(weighted, x);
        same(
                "Hessian products, replayed",
                product.value(),
                gradient.pushforward(direction).value());
        near(
                "reverse over reverse",
                gradient.pullback(direction).dot(other).item(),
                product.dot(other).item(),
                1e-11);
        Tensor nested = Gradients.jvp(t -> Gradients.jvp(weighted, t, other).tangent(), x, direction)
                .tangent();
        near("forward over forward", nested.item(), product.dot(other).item(), 1e-11);
    }

    private void same(String what, NdArray a, NdArray b) {
        near(what, a.minus(b).norm(), 0, 1e-12);
    }

    private void near(String what, double a, double b, double tolerance) {
        double allowed = precision == Precision.FLOAT64 ? tolerance : GradientCheck.tolerance(precision);
        double size = Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
        assertThat(Math.abs(a - b) / size)
                .as("%s, %s: %s: %s and %s", example, precision, what, a, b)
                .isLessThanOrEqualTo(allowed);
    }
}
