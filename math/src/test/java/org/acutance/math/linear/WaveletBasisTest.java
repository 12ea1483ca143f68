package org.acutance.math.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaveletBasisTest {
    private static final NdArray X =
            NdArray.of(IntStream.range(0, 8 * 12).mapToDouble(i -> i * 7 % 97).toArray(), 8, 12);

    @ParameterizedTest
    @EnumSource(names = {"HAAR", "DB4", "SYM4"})
    void theAdjointIsTheInverse(Wavelet wavelet) {
        WaveletBasis basis = new WaveletBasis(X.shape(), wavelet, 2);
        NdArray there = basis.apply(X);
        assertThat(there.norm()).isCloseTo(X.norm(), within(1e-10));
        assertThat(basis.adjoint(there).minus(X).maxAbs()).isLessThan(1e-11);
        assertThat(basis.apply(basis.adjoint(X)).minus(X).maxAbs()).isLessThan(1e-11);
    }

    @Test
    void haarsCoefficientsOnPaper() {
        NdArray found = new WaveletBasis(Shape.of(4), Wavelet.HAAR, 2).apply(NdArray.vector(1, 3, 5, 9));
        double root = Math.sqrt(0.5);
        double[] expected = {9, -5, -2 * root, -4 * root};
        assertThat(found.toDoubles()).containsExactly(expected, within(1e-14));
    }

    @Test
    void fourVanishingMomentsLeaveNoDetailsOfACubic() {
        NdArray cubic = NdArray.of(
                IntStream.range(0, 32)
                        .mapToDouble(i -> Math.pow(i / 8.0, 3) - i)
                        .toArray(),
                32);
        NdArray found = new WaveletBasis(cubic.shape(), Wavelet.DB4, 1).apply(cubic);
        assertThat(found.slice(0, 16, 28).maxAbs()).isLessThan(1e-9);
    }

    @Test
    void refusesWhatCannotBeHalved() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaveletBasis(Shape.of(8, 6), Wavelet.HAAR, 2))
                .withMessage(
                        "wavelets: 2 levels need extents that can be halved as often, got [8×6]; pad it, or use fewer"
                                + " levels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WaveletBasis(Shape.of(8), Wavelet.SPLINE, 1))
                .withMessage("wavelets: SPLINE has no orthogonal basis; use HAAR, DB4 or SYM4");
    }
}
