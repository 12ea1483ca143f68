package org.acutance.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.acutance.math.array.Boundary;
import org.acutance.math.array.NdArray;
import org.acutance.math.array.Precision;
import org.acutance.math.array.Shape;
import org.acutance.math.autodiff.ConvolutionMode;
import org.acutance.math.linear.Binning;
import org.acutance.math.linear.Composition;
import org.acutance.math.linear.ConvolutionMap;
import org.acutance.math.linear.Grid;
import org.acutance.math.linear.IdentityMap;
import org.acutance.math.linear.LinearMap;
import org.acutance.math.linear.Wavelet;
import org.acutance.math.linear.WaveletBasis;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EveryLinearMapTest {
    private static Stream<LinearMap> maps(Precision precision) {
        return Stream.of(onGrids(), convolutions(precision), detectors(precision), bases())
                .flatMap(maps -> maps);
    }

    private static Stream<LinearMap> detectors(Precision precision) {
        Binning binning = new Binning(Shape.of(3, 2), Shape.of(2, 3));
        LinearMap blur =
                convolution(precision, ConvolutionMode.SAME, Boundary.REFLECT, binning.domain(), Shape.of(3, 3));
        return Stream.of(binning, new Binning(Shape.of(4), Shape.of(1)), new Composition(binning, blur));
    }

    private static Stream<LinearMap> bases() {
        return Stream.of(Wavelet.HAAR, Wavelet.DB4, Wavelet.SYM4)
                .flatMap(wavelet -> Stream.of(
                        new WaveletBasis(Shape.of(8), wavelet, 2),
                        new WaveletBasis(Shape.of(2), wavelet, 1),
                        new WaveletBasis(Shape.of(4, 1, 12), wavelet, 2)));
    }

    private static Stream<LinearMap> onGrids() {
        return grids().flatMap(grid -> Stream.concat(
                Stream.of(
                        new IdentityMap(grid.shape()),
                        grid.gradient(),
                        grid.jointGradient(),
                        grid.means(),
                        grid.hessian(),
                        grid.symmetrisedGradient(),
                        grid.laplacian()),
                Arrays.stream(Wavelet.values()).map(wavelet -> grid.wavelets(wavelet, 2))));
    }

    private static Stream<Grid> grids() {
        return Stream.of(true, false)
                .flatMap(periodic -> Stream.of(
                        Grid.of(Shape.of(7), periodic),
                        Grid.of(Shape.of(1), periodic),
                        Grid.of(Shape.of(1, 6), periodic),
                        Grid.of(Shape.of(3, 1, 5), periodic),
                        new Grid(Shape.of(5, 4), 0, List.of(3.0, 0.5), periodic),
                        new Grid(Shape.of(3, 4, 5), 0, List.of(3.0, 1.0, 2.0), periodic),
                        new Grid(Shape.of(3, 4, 5), 1, List.of(1.0, 2.0), periodic)));
    }

    private static Stream<LinearMap> convolutions(Precision precision) {
        return Arrays.stream(ConvolutionMode.values()).flatMap(mode -> Arrays.stream(Boundary.values())
                .flatMap(boundary -> Stream.of(
                        convolution(precision, mode, boundary, Shape.of(9), Shape.of(4)),
                        convolution(precision, mode, boundary, Shape.of(7, 5), Shape.of(3, 5)),
                        convolution(precision, mode, boundary, Shape.of(1, 6), Shape.of(1, 3)),
                        convolution(precision, mode, boundary, Shape.of(4, 1, 5), Shape.of(2, 1, 3)))));
    }

    private static LinearMap convolution(
            Precision precision, ConvolutionMode mode, Boundary boundary, Shape image, Shape kernel) {
        NdArray weights = new Samples(3).uniform(kernel, precision, 0, 1);
        return new ConvolutionMap(weights, image, mode, boundary);
    }

    static Stream<Arguments> cases() {
        return Arrays.stream(Precision.values())
                .flatMap(precision -> maps(precision).map(map -> Arguments.of(map, precision)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void keepsTheContract(LinearMap map, Precision precision) {
        new LinearMapContract(map, precision).check();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theAdjointIsTheInverseWhereItIsSaidToBe(LinearMap map, Precision precision) {
        if (map.isOrthogonal()) {
            NdArray x = new Samples(6).uniform(map.domain(), precision, -1, 1);
            NdArray y = new Samples(7).uniform(map.range(), precision, -1, 1);
            double tolerance = precision == Precision.FLOAT64 ? 1e-12 : 1e-5;
            assertThat(map.adjoint(map.apply(x)).minus(x).maxAbs()).isLessThan(tolerance);
            assertThat(map.apply(map.adjoint(y)).minus(y).maxAbs()).isLessThan(tolerance);
        }
    }
}
