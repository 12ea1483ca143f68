package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.Gradients;
import org.acutance.math.autodiff.Tensor;
import org.acutance.math.linear.LinearMap;

/** What every linear map must pass: linearity, the adjoint by inner products, derivatives in both modes, its shapes. */
public final class LinearMapContract {
    private final LinearMap map;
    private final Precision precision;
    private final double tolerance;
    private final Samples samples = new Samples(1);

    /** The contract for one map in one precision. */
    public LinearMapContract(LinearMap map, Precision precision) {
        this.map = map;
        this.precision = precision;
        this.tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-5;
    }

    /** Checks everything. */
    public void check() {
        NdArray x = samples.uniform(map.domain(), precision, -1, 1);
        NdArray other = samples.uniform(map.domain(), precision, -1, 1);
        NdArray y = samples.uniform(map.range(), precision, -1, 1);
        near("linearity", map.apply(x.plusScaled(3, other)), map.apply(x).plusScaled(3, map.apply(other)));
        double scale = Math.max(1, x.norm() * y.norm());
        assertThat(Math.abs(map.apply(x).dot(y) - x.dot(map.adjoint(y))) / scale)
                .as("<Ax, y> = <x, Aᵀy>")
                .isLessThanOrEqualTo(tolerance);
        checkTypes(x, y);
        checkDerivatives(x, other, y);
        checkRefusal();
    }

    private void checkTypes(NdArray x, NdArray y) {
        assertThat(map.apply(x).shape()).isEqualTo(map.range());
        assertThat(map.adjoint(y).shape()).isEqualTo(map.domain());
        assertThat(map.apply(x).precision()).isEqualTo(precision);
        assertThat(map.adjoint(y).precision()).isEqualTo(precision);
    }

    private void checkDerivatives(NdArray x, NdArray direction, NdArray y) {
        NdArray tangent = Gradients.jvp(map::apply, Tensor.of(x), Tensor.of(direction))
                .tangent()
                .value();
        near("forward mode", tangent, map.apply(direction));
        NdArray cotangent =
                Gradients.vjp(map::apply, Tensor.of(x)).pullback(Tensor.of(y)).value();
        near("reverse mode", cotangent, map.adjoint(y));
        NdArray product = Gradients.hessianProduct(
                        t -> map.apply(t).squaredNorm().times(0.5))
                .apply(Tensor.of(x), Tensor.of(direction))
                .value();
        near("second order", product, map.adjoint(map.apply(direction)));
    }

    private void checkRefusal() {
        Shape wrong = Shape.of(map.domain().size() + 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> map.apply(NdArray.zeros(wrong, precision)))
                .withMessageContaining(wrong.toString())
                .withMessageContaining(map.domain().toString());
    }

    private void near(String what, NdArray a, NdArray b) {
        assertThat(a.minus(b).maxAbs() / Math.max(1, b.maxAbs())).as(what).isLessThanOrEqualTo(tolerance);
    }
}
