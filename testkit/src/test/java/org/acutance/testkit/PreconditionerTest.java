package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalLong;
import java.util.Random;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.optimize.FoundPreconditioner;
import org.acutance.math.optimize.HessianProducts;
import org.acutance.math.optimize.Minimize;
import org.acutance.math.optimize.NewtonCg;
import org.acutance.math.optimize.Objective;
import org.acutance.math.optimize.Preconditioner;
import org.acutance.math.optimize.Solution;
import org.acutance.math.optimize.TrustRegion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PreconditionerTest {
    private static final NewtonCg NEWTON =
            new NewtonCg(1e-9, OptionalLong.empty(), HessianProducts.EXACT, 1e-4, 0.9, FoundPreconditioner.NONE);

    private static NdArray noise(int... extents) {
        int size = 1;
        for (int extent : extents) {
            size *= extent;
        }
        return NdArray.of(new Random(7).doubles(size, -1, 1).toArray(), extents);
    }

    /** {@code |h*x - y|^2 / 2 + 0.01 |x|^2 / 2} with an even kernel, so that a boundary's transform diagonalises it. */
    private static Objective blurred(NdArray y, Boundary boundary) {
        NdArray kernel =
                NdArray.of(new double[] {1, 2, 1, 3, 6, 3, 1, 2, 1}, 3, 3).times(1.0 / 20);
        LinearMap map = new ConvolutionMap(kernel, y.shape(), ConvolutionMode.SAME, boundary);
        return Objective.of(
                x -> Math.pow(map.apply(x).minus(y).norm(), 2) / 2 + 0.005 * x.dot(x),
                x -> map.adjoint(map.apply(x).minus(y)).plusScaled(0.01, x),
                (x, p) -> map.adjoint(map.apply(p)).plusScaled(0.01, p));
    }

    /** One product finds the matrix, and one more is all that conjugate gradients need where it is the Hessian itself. */
    @ParameterizedTest
    @CsvSource({
        "newton-cg, circulant, PERIODIC, 12, 15",
        "newton-cg, cosine, REFLECT, 12, 15",
        "trust-ncg, circulant, PERIODIC, 9, 8",
        "trust-ncg, cosine, REFLECT, 9, 8",
    })
    void twoProductsAreEnoughWhereTheTransformFits(
            String method, String found, Boundary boundary, int rows, int columns) {
        for (Precision precision : Precision.values()) {
            NdArray y = noise(rows, columns).to(precision);
            Objective objective = blurred(y.to(Precision.FLOAT64), boundary);
            Objective inPrecision = precision == Precision.FLOAT64 ? objective : rounded(objective);

            Solution plain = Minimize.by(method).minimize(inPrecision, y);
            Solution quick = Minimize.by(method + ":preconditioner=" + found).minimize(inPrecision, y);

            assertThat(quick.success()).isTrue();
            assertThat(quick.nhev()).isLessThanOrEqualTo(2 * (quick.nit() + 1)).isLessThan(plain.nhev());
            assertThat(quick.fun()).isLessThanOrEqualTo(plain.fun() * (1 + 1e-5));
        }
    }

    private static Objective rounded(Objective objective) {
        return Objective.of(
                x -> objective.at(x.to(Precision.FLOAT64)).value(),
                x -> objective.at(x.to(Precision.FLOAT64)).gradient().to(Precision.FLOAT32),
                (x, p) -> objective
                        .at(x.to(Precision.FLOAT64))
                        .hessianProduct(p.to(Precision.FLOAT64))
                        .to(Precision.FLOAT32));
    }

    @Test
    void oneMayBeGiven() {
        NdArray diagonal = NdArray.vector(1, 1e2, 1e4, 1e6, 3, 5e3);
        Objective bowl =
                Objective.of(x -> x.dot(diagonal.times(x)) / 2, x -> diagonal.times(x), (x, p) -> diagonal.times(p));
        NdArray x0 = NdArray.vector(1, -1, 1, 2, 3, -1);
        NdArray inverse = NdArray.vector(1, 1e-2, 1e-4, 1e-6, 1 / 3.0, 1 / 5e3);
        Preconditioner exact = Preconditioner.of(r -> r.times(inverse));
        TrustRegion region = new TrustRegion(
                TrustRegion.Model.CONJUGATE_GRADIENTS,
                10,
                1e10,
                0.15,
                1e-8,
                OptionalLong.empty(),
                FoundPreconditioner.NONE);

        Solution plain = Minimize.by(NEWTON).minimize(bowl, x0);
        Solution quick = Minimize.by(NEWTON.withPreconditioner(exact)).minimize(bowl, x0);
        Solution inRegions = Minimize.by(region.withPreconditioner(exact)).minimize(bowl, x0);

        assertThat(quick.fun()).isLessThan(1e-15);
        assertThat(quick.nhev()).isLessThanOrEqualTo(2).isLessThan(plain.nhev());
        assertThat(inRegions.fun()).isLessThan(1e-15);
        assertThat(inRegions.nhev()).isLessThanOrEqualTo(2);
    }

    @Test
    void othersThanConjugateGradientsTakeNone() {
        TrustRegion krylov = new TrustRegion(
                TrustRegion.Model.KRYLOV, 1, 1e10, 0.15, 1e-8, OptionalLong.empty(), FoundPreconditioner.NONE);

        assertThatThrownBy(() -> krylov.withPreconditioner(FoundPreconditioner.CIRCULANT))
                .hasMessage("trust region: the model KRYLOV takes no preconditioner; use trust-ncg, whose model is"
                        + " CONJUGATE_GRADIENTS");
    }
}
